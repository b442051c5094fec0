import java.io.IOException;
import java.util.regex.Pattern;

/** Someone at a browser, as far as a bench needs one: signs in, carries the cookie, fills in forms. */
record Visitor(int port, String desk, String cookie) {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern AGENT = Pattern.compile("<option value=\"(\\d+)\"");
    private static final Pattern TOKEN = Pattern.compile("id=\"made\">([^<]+)<");
    private static final String FORM = "application/x-www-form-urlencoded";

    static Visitor signedIn(int port, String desk, String email, String password) throws IOException {
        try (var http = new Http(port)) {
            var page = http.get("/" + desk + "/sign-in");
            var cookie = cookie(page);
            var in = http.post("/" + desk + "/sign-in", FORM,
                    form("_csrf", found(CSRF, page.text()), "email", email, "password", password), "Cookie: " + cookie);
            if (in.status() / 100 != 3) {
                throw new IOException("signing in: " + in.status() + " " + in.text());
            }
            return new Visitor(port, desk, cookie(in));
        }
    }

    String apiToken() throws IOException {
        try (var http = new Http(port, "Cookie: " + cookie)) {
            var page = http.get("/" + desk + "/tokens").text();
            var made = http.post("/" + desk + "/tokens", FORM,
                    form("_csrf", found(CSRF, page), "name", "bench", "agent", found(AGENT, page), "scope", "write", "days", "1"));
            return found(TOKEN, made.text());
        }
    }

    private static String cookie(Http.Answer answer) {
        return answer.headers().getOrDefault("set-cookie", "").lines().map(it -> it.replaceFirst(";.*", ""))
                .filter(it -> it.contains("threeline")).findFirst().orElse("");
    }

    private static String form(String... namesAndValues) {
        var form = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=')
                    .append(java.net.URLEncoder.encode(namesAndValues[i + 1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static String found(Pattern pattern, String page) throws IOException {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new IOException("no " + pattern + " in: " + page.substring(0, Math.min(2000, page.length())));
        }
        return found.group(1);
    }
}
