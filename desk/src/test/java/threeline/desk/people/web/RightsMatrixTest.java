package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import threeline.desk.people.access.Kind;
import threeline.desk.people.access.RightsTable;

/**
 * Every endpoint, asked by every kind of people, about a ticket of their own organization, of another and of another desk.
 * What is expected follows from the one table; none of it is written by hand. What may not be seen is looked for in all
 * that is answered. What streams is listened to in {@link StreamMatrixTest}.
 */
class RightsMatrixTest extends DeskOfAllKinds {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<String> wrong = new ArrayList<>();
    int asked;

    @Test
    void every_handler_names_its_right_or_why_it_asks_for_none() {
        assertThat(Endpoint.all(mapping)).hasSizeGreaterThan(100);
        assertThat(Endpoint.all(mapping).filter(it -> (it.may() == null) == (it.unasked() == null)))
                .isEmpty();
    }

    @Test
    void the_table_stands_in_the_docs_as_it_is_asked() throws IOException {
        assertThat(Files.readString(Path.of("../docs/rights.md"))).contains(RightsTable.markdown());
    }

    @Test
    void everybody_gets_what_the_table_says_and_nothing_else() {
        var callers = callers();
        Endpoint.all(mapping)
                .filter(it -> it.may() != null)
                .forEach(endpoint -> callers.stream()
                        .filter(it -> endpoint.isApi() == (it.token() != null))
                        .forEach(caller -> owners(endpoint).forEach(owner -> ask(endpoint, caller, owner))));
        System.out.printf("asked %d times%n", asked);
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(800);
    }

    void ask(Endpoint endpoint, Caller caller, Owner owner) {
        var answer = send(endpoint, caller, owner);
        asked++;
        time.forward(Duration.ofMillis(1)); // what is agreed twice in one instant is refused by its key
        var status = answer.statusCode();
        var expected = expected(endpoint, caller, owner);
        var ok = switch (expected) {
            case NOT_IN ->
                status == 401
                        || status == 302 && location(answer).contains("/sign-in")
                        || status == 403 && !endpoint.isGet(); // no form of ours
            case REFUSED -> status == 403;
            case LED -> status == 302 && location(answer).endsWith("/account/second-step");
            case NOT_THERE -> status >= 400 && status < 500 && status != 403 && status != 401;
            case SERVED -> status != 401 && status != 403 && status < 500;
        };
        var seen = Stream.of(Owner.values())
                .filter(it -> !caller.sees(it))
                .filter(it -> answer.body().contains(it.canary()))
                .toList();
        if (!ok || !seen.isEmpty()) {
            wrong.add("%s %s as %s about %s: expected %s, was %d, showed %s"
                    .formatted(endpoint.method(), endpoint.path(), caller.name(), owner, expected, status, seen));
        }
    }

    enum Expected {
        NOT_IN,
        REFUSED,
        LED,
        NOT_THERE,
        SERVED
    }

    static Expected expected(Endpoint endpoint, Caller caller, Owner owner) {
        var actor = caller.actor();
        if (actor == null) {
            return Expected.NOT_IN;
        }
        if (!endpoint.isFor(actor)) {
            return actor.kind() == Kind.ONE_STEP && endpoint.isGet() ? Expected.LED : Expected.REFUSED;
        }
        return !endpoint.isAboutATicket() || caller.sees(owner) ? Expected.SERVED : Expected.NOT_THERE;
    }

    List<Owner> owners(Endpoint endpoint) {
        return endpoint.isAboutATicket() ? List.of(Owner.values()) : List.of(Owner.ACME);
    }

    HttpResponse<String> send(Endpoint endpoint, Caller caller, Owner owner) {
        var path = endpoint.path()
                .replaceAll("\\{(number|called)[^}]*}", String.valueOf(numbers.get(owner)))
                .replaceAll("\\{kind:[^}]*}", "group")
                .replaceAll("\\{view[^}]*}", "all")
                .replaceAll("\\{key[^}]*}", "other")
                .replaceAll("\\{[^}]*}", "999999");
        var url = "http://localhost:%d%s%s".formatted(port, endpoint.isApi() ? "" : "/" + tenant.slug(), path);
        var request = HttpRequest.newBuilder(URI.create(url));
        var browser = caller.browser();
        if (browser != null && !browser.cookies.isEmpty()) {
            var cookie = browser.cookies.entrySet().iterator().next();
            request.header("Cookie", cookie.getKey() + "=" + cookie.getValue()).header("X-CSRF-TOKEN", browser.token);
        }
        if (caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        if (endpoint.isApi()) {
            request.header("Content-Type", "application/json");
        }
        var body = endpoint.isGet() || endpoint.method() == RequestMethod.DELETE
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(endpoint.isApi() ? "{}" : "");
        try {
            return HTTP.send(request.method(endpoint.method().name(), body).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(url, failed);
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
