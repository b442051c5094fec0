package threeline.desk.mail.outbox;

import java.util.List;
import org.springframework.stereotype.Component;
import threeline.desk.mail.identity.Zone;

/** Looks whether a key stands in the domain name system as it should. */
@Component
public class Publication {

    private final Zone zone;

    Publication(Zone zone) {
        this.zone = zone;
    }

    /** What was found, in words. */
    public record Result(boolean published, String words) {}

    public Result of(DkimKeys.Key key) {
        try {
            return judged(zone.ask(Zone.Kind.TXT, key.name()), key);
        } catch (Zone.NoAnswer e) {
            return new Result(false, "Nobody knows at the moment: " + e.getMessage());
        }
    }

    private static Result judged(List<String> found, DkimKeys.Key key) {
        if (found.isEmpty()) {
            return new Result(false, "Nothing is published under %s so far.".formatted(key.name()));
        }
        return found.stream().anyMatch(it -> bare(it).contains("p=" + key.publicKey()))
                ? new Result(true, "It is published as it should be.")
                : new Result(false, "Something else is published there: " + shortened(found.getFirst()));
    }

    private static String bare(String record) {
        return record.replaceAll("[\\s\"]", "");
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
