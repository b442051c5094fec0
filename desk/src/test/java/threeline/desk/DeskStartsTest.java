package threeline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;

@DeskTest
class DeskStartsTest {

    @LocalManagementPort
    int management;

    @Autowired
    HandTurnedTime time;

    @Test
    void the_desk_says_that_it_is_well() throws IOException, InterruptedException {
        var health = HttpRequest.newBuilder(URI.create("http://localhost:%d/actuator/health".formatted(management)));
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(health.build(), BodyHandlers.ofString()).body())
                    .contains("UP");
        }
    }

    @Test
    void its_time_is_turned_by_hand() {
        var now = time.instant();
        assertThat(time.forward(Duration.ofHours(1)))
                .isEqualTo(now.plusSeconds(3600))
                .isEqualTo(time.instant());
    }
}
