package threeline.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import threeline.testing.DeskTest;
import threeline.testing.Program;

/** Who sends too much by a form is told so, in words, and not that a proof is missing. */
@DeskTest
class LargeFormsTest {

    @LocalServerPort
    int port;

    @Test
    void a_form_that_is_too_large_is_refused_in_words() throws Exception {
        var answer = Program.HTTP.send(form(31), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("30 MB together");
    }

    @Test
    void two_megabytes_are_not() throws Exception {
        assertThat(Program.HTTP
                        .send(form(2), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isNotEqualTo(413);
    }

    HttpRequest form(int megabytes) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d/nowhere/tickets/1/replies".formatted(port)))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[megabytes * 1024 * 1024]))
                .build();
    }
}
