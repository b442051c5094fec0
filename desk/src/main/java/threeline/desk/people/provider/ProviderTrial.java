package threeline.desk.people.provider;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Tries a provider without anybody coming in: whether it answers, has keys, and knows us. */
@Component
public class ProviderTrial {

    private final Directory directory;
    private final Exchange exchange;

    ProviderTrial(Directory directory, Exchange exchange) {
        this.directory = directory;
        this.exchange = exchange;
    }

    /** What came of it, in words for who runs the desk. */
    public record Result(boolean good, String words) {}

    public Result of(Provider provider, String back) {
        try {
            var entry = directory.read(provider.issuer());
            var keys = entry.keys().get(new JWKSelector(new JWKMatcher.Builder().build()), null);
            if (keys.isEmpty()) {
                return new Result(false, "It answers, but shows no keys that it signs by.");
            }
            return exchange.isKnownThere(provider, entry, back)
                    ? new Result(
                            true, "It answers, shows %d of its keys, and knows this client.".formatted(keys.size()))
                    : new Result(false, "It answers, but does not know this client, its secret, or the address below.");
        } catch (IOException | KeySourceException | IllegalArgumentException no) {
            return new Result(false, "It can't be asked: %s.".formatted(no.getMessage()));
        }
    }
}
