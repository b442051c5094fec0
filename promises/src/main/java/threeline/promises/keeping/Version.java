package threeline.promises.keeping;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import threeline.promises.charter.Charter;

/**
 * One state of a charter, from an instant on. Keep it rather than make it anew: it remembers its targets made ready to
 * be counted.
 */
public final class Version {

    private final Charter charter;
    private final String name;
    private final Instant inForceAt;
    private final Rules usual;
    private final boolean hasAims;
    private final Map<Terms, Rules> special = new ConcurrentHashMap<>();

    /** @param inForceAt when it takes effect; the first version also covers all before it */
    public Version(Charter charter, String name, Instant inForceAt) {
        this.charter = charter;
        this.name = name;
        this.inForceAt = inForceAt;
        this.usual = Rules.of(charter, charter, name);
        this.hasAims =
                charter.severities().all().stream().anyMatch(it -> !it.aims().isEmpty());
    }

    public Charter charter() {
        return charter;
    }

    public String name() {
        return name;
    }

    public Instant inForceAt() {
        return inForceAt;
    }

    /** Whether the desk sets itself figures that it doesn't promise. */
    boolean hasAims() {
        return hasAims;
    }

    Rules under(Terms terms) {
        return terms.equals(Terms.none()) ? usual : special.computeIfAbsent(terms, this::rulesUnder);
    }

    private Rules rulesUnder(Terms terms) {
        var promised = charter.promisedTo(terms.bought(), terms.zone(), terms.holidays());
        return Rules.of(charter, promised, name);
    }

    @Override
    public String toString() {
        return name;
    }
}
