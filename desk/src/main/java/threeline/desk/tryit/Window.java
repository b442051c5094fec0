package threeline.desk.tryit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The least of browsers: follows links, keeps cookies, fills in forms. */
final class Window {

    private static final int MOST_REDIRECTS = 5;

    private final String house;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> cookies = new HashMap<>();

    Window(String house) {
        this.house = house;
    }

    /** A page, as it is after all redirects. */
    Document open(String path) {
        return page(send(request(path).GET()), path);
    }

    String text(String path) {
        var answer = send(request(path).GET());
        check(answer, path);
        return answer.body();
    }

    String post(String path, String json) {
        var answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        check(answer, path);
        return answer.body();
    }

    /** Sends a form with all that it holds already, and what is filled in. */
    Document submit(Element form, Map<String, String> filledIn) {
        var fields = new LinkedHashMap<String, String>();
        form.select("input[name]:not([type=file]), textarea[name]")
                .forEach(it -> fields.put(it.attr("name"), it.val()));
        fields.putAll(filledIn);
        var body = fields.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        var action = URI.create(form.absUrl("action")).getPath();
        return page(
                send(request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))),
                action);
    }

    private Document page(HttpResponse<String> answer, String path) {
        var at = answer;
        for (var i = 0; at.statusCode() / 100 == 3 && i < MOST_REDIRECTS; i++) {
            var to = at.uri().resolve(at.headers().firstValue("Location").orElse("/"));
            at = send(HttpRequest.newBuilder(to).GET());
        }
        check(at, path);
        return Jsoup.parse(at.body(), at.uri().toString());
    }

    private static void check(HttpResponse<String> answer, String path) {
        if (answer.statusCode() != 200) {
            throw new Failed("a page at " + path, "%d %s".formatted(answer.statusCode(), said(answer.body())));
        }
    }

    private static String said(String body) {
        var text = Jsoup.parse(body).text();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new Failed("a demo at %s (bin/threeline demo starts one)".formatted(house), "" + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair.length == 2 ? pair[1] : "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
