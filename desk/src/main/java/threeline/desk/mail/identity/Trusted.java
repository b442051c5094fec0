package threeline.desk.mail.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Network;

/** Ways by which mail comes as its people wrote it: the networks in {@code threeline.mail.identity.vouched}. */
@Component
@EnableConfigurationProperties(Trusted.Settings.class)
class Trusted {

    private final List<Network> vouched;

    @ConfigurationProperties("threeline.mail.identity")
    record Settings(@DefaultValue List<String> vouched) {}

    Trusted(Settings settings) {
        vouched = settings.vouched().stream().map(Network::parse).toList();
    }

    boolean vouches(String peer) {
        return vouched.stream().anyMatch(it -> it.has(peer));
    }
}
