package threeline.desk.mail.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a domain says about mail in its name (DMARC), and whether two domains are one organization's. Organizations are
 * found by walking up the tree, as DMARC's second edition does; a public suffix list is not needed for that.
 */
final class Dmarc {

    private static final int MOST_STEPS = 8;

    private final Zone zone;

    Dmarc(Zone zone) {
        this.zone = zone;
    }

    /** A record of a domain: which policy it has, and how strictly domains must agree. */
    record Policy(
            String domain,
            String wish,
            boolean strictDkim,
            boolean strictSpf,
            @Nullable Boolean suffix) {}

    /** The policy for mail from a domain: its own, or else its organization's. */
    @Nullable
    Policy policyOf(String domain) throws Zone.NoAnswer {
        var own = recordOf(domain);
        if (own != null) {
            return own;
        }
        var organization = organizationOf(domain);
        return organization.equals(domain) ? null : recordOf(organization);
    }

    /** Are both the same domain or, if that is not asked for strictly, of one organization? */
    boolean aligned(String one, String other, boolean strictly) throws Zone.NoAnswer {
        if (one.equals(other)) {
            return true;
        }
        var kin = one.endsWith("." + other) || other.endsWith("." + one) || share(one, other);
        return !strictly && kin && organizationOf(one).equals(organizationOf(other));
    }

    private static boolean share(String one, String other) {
        var above = Domains.above(one);
        return above.contains(".") && other.endsWith("." + above)
                || Domains.above(other).contains(".") && one.endsWith("." + Domains.above(other));
    }

    /** The domain nearest to the top that has a record, but below one that says it is a public suffix. */
    private String organizationOf(String domain) throws Zone.NoAnswer {
        var found = domain;
        var below = domain;
        for (var at : upwards(domain)) {
            var record = recordOf(at);
            if (record != null && Boolean.TRUE.equals(record.suffix())) {
                return at.equals(domain) ? domain : below;
            }
            if (record != null) {
                found = at;
            }
            if (record != null && Boolean.FALSE.equals(record.suffix())) {
                return found;
            }
            below = at;
        }
        return found;
    }

    private static List<String> upwards(String domain) {
        var labels = domain.split("\\.");
        var skip = Math.max(1, labels.length - (MOST_STEPS - 1));
        return Stream.concat(
                        Stream.of(domain),
                        Stream.iterate(above(domain, skip), it -> !it.isEmpty(), Domains::above)
                                .limit(MOST_STEPS - 1L))
                .toList();
    }

    private static String above(String domain, int steps) {
        var at = domain;
        for (var i = 0; i < steps; i++) {
            at = Domains.above(at);
        }
        return at;
    }

    /** Nobody has a policy for all of .com. */
    private @Nullable Policy recordOf(String domain) throws Zone.NoAnswer {
        if (domain.isEmpty()) {
            return null;
        }
        var records = zone.ask(Zone.Kind.TXT, "_dmarc." + domain).stream()
                .filter(it ->
                        it.strip().replace(" ", "").toLowerCase(Locale.ROOT).startsWith("v=dmarc1"))
                .toList();
        return records.size() == 1 ? policy(domain, tags(records.getFirst())) : null;
    }

    private static Policy policy(String domain, Map<String, String> tags) {
        return new Policy(
                domain,
                tags.getOrDefault("p", "none"),
                tags.getOrDefault("adkim", "r").equals("s"),
                tags.getOrDefault("aspf", "r").equals("s"),
                switch (tags.getOrDefault("psd", "u")) {
                    case "y" -> true;
                    case "n" -> false;
                    default -> null;
                });
    }

    private static Map<String, String> tags(String record) {
        return Stream.of(record.split(";"))
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2)
                .collect(Collectors.toMap(
                        it -> it[0].strip().toLowerCase(Locale.ROOT),
                        it -> it[1].strip().toLowerCase(Locale.ROOT),
                        (one, _) -> one));
    }
}
