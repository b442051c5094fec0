package threeline.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one source of time. It ticks in microseconds, so that what we compared is what PostgreSQL keeps. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @Profile("!demo")
    InstantSource time() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    @Profile("demo")
    TurnableTime turnableTime(@Value("${threeline.folder}") Path folder) {
        return new TurnableTime(Clock.systemUTC(), folder.resolve("time-ahead"));
    }
}
