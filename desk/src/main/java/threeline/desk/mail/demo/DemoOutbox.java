package threeline.desk.mail.demo;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** In the demo, and only there, mail ends in a sink. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoOutbox {

    @Bean
    SmtpSink smtpSink(@Value("${threeline.demo.outbox.port}") int port, InstantSource time) {
        return new SmtpSink(port, time);
    }
}
