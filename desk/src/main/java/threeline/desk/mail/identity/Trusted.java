package threeline.desk.mail.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import threeline.desk.mail.Network;

/**
 * Ways by which mail comes as its people wrote it: the networks in {@code threeline.mail.identity.vouched}. And servers before
 * ours that looked at who brought a mail, and whose {@code Authentication-Results} are believed: {@code
 * threeline.mail.identity.relays}.
 */
@Component
@EnableConfigurationProperties(Trusted.Settings.class)
class Trusted {

    private final List<Network> vouched;
    private final List<Relay> relays;

    @ConfigurationProperties("threeline.mail.identity")
    record Settings(
            @DefaultValue List<String> vouched,
            @DefaultValue List<String> relays) {}

    /** Where it brings mail from, and how it calls itself in what it found. */
    private record Relay(Network network, String name) {

        static Relay parse(String text) {
            var parts = text.split("=", 2);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("not a network=name: " + text);
            }
            return new Relay(Network.parse(parts[0]), parts[1].strip());
        }
    }

    Trusted(Settings settings) {
        vouched = settings.vouched().stream().map(Network::parse).toList();
        relays = settings.relays().stream().map(Relay::parse).toList();
    }

    /** The name of the relay at that address, if it is one that is believed. */
    @Nullable
    String relayAt(String peer) {
        return relays.stream()
                .filter(it -> it.network().has(peer))
                .map(Relay::name)
                .findFirst()
                .orElse(null);
    }

    boolean vouches(String peer) {
        return vouched.stream().anyMatch(it -> it.has(peer));
    }
}
