package threeline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import threeline.testing.DeskTest;
import threeline.testing.HandTurnedTime;
import threeline.testing.InBrowser;

@DeskTest
@InBrowser
class DeskStartsTest {

    @LocalManagementPort
    int management;

    @Autowired
    HandTurnedTime time;

    @Test
    void the_desk_says_that_it_is_well(Page page) {
        page.navigate("http://localhost:%d/actuator/health".formatted(management));
        assertThat(page.content()).contains("UP");
    }

    @Test
    void its_time_is_turned_by_hand() {
        var now = time.instant();
        assertThat(time.forward(Duration.ofHours(1)))
                .isEqualTo(now.plusSeconds(3600))
                .isEqualTo(time.instant());
    }
}
