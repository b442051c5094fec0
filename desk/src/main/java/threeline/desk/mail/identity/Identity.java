package threeline.desk.mail.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MimeReader;

/**
 * Judges whether a mail is from whom its From says: by signatures and sending servers that its own domain stands behind.
 * The From judged is the one shown; both are read by the same reader.
 */
@Component
public class Identity {

    private final Spf spf;
    private final Dkim dkim;
    private final Dmarc dmarc;
    private final Trusted trusted;

    Identity(Zone zone, Trusted trusted) {
        this.spf = new Spf(zone);
        this.dkim = new Dkim(zone);
        this.dmarc = new Dmarc(zone);
        this.trusted = trusted;
    }

    public Authenticity of(Content raw, Sender sender) {
        return of(raw, sender, trusted.relayAt(sender.peer()));
    }

    private Authenticity own(Content raw, Sender sender) {
        if (trusted.vouches(sender.peer())) {
            return new Authenticity(
                    Authenticity.Proof.VOUCHED, "brought by %s, which vouches".formatted(sender.peer()));
        }
        var from = MimeReader.senders(raw).map(IncomingMail.Senders::from).orElse(List.of());
        if (from.size() != 1 || !from.getFirst().isUsable()) {
            return Authenticity.none("not one sender");
        }
        var domain = Domains.ofAddress(from.getFirst().address());
        if (domain.isEmpty()) {
            return Authenticity.none("no domain that could be asked");
        }
        try {
            return judged(domain, spf.check(sender), dkim.check(RawMail.of(raw)));
        } catch (RuntimeException e) {
            return new Authenticity(Authenticity.Proof.UNKNOWN, "could not be checked: " + e);
        }
    }

    /**
     * The same for a mail that came by another server of ours, which saw who brought it: what that server found counts
     * too, where it is named as {@code believed} and we can't see it ourselves.
     */
    public Authenticity of(Content raw, Sender sender, @Nullable String believed) {
        var own = own(raw, sender);
        if (own.proven() || believed == null) {
            return own;
        }
        var from = MimeReader.senders(raw).map(IncomingMail.Senders::from).orElse(List.of());
        return from.size() != 1
                ? own
                : Results.of(RawMail.of(raw), believed)
                        .map(it -> told(Domains.ofAddress(from.getFirst().address()), it, believed))
                        .filter(it -> it.proof() != Authenticity.Proof.NONE)
                        .orElse(own);
    }

    private Authenticity told(String domain, Results results, String by) {
        var dmarc = results.first("dmarc").filter(it -> domain.equals(it.domainOf("header.from")));
        if (dmarc.isPresent()) {
            var proof = switch (dmarc.get().outcome()) {
                case "pass" -> Authenticity.Proof.PASS;
                case "fail" -> Authenticity.Proof.FAIL;
                case "temperror" -> Authenticity.Proof.UNKNOWN;
                default -> Authenticity.Proof.NONE;
            };
            if (proof != Authenticity.Proof.NONE) {
                return new Authenticity(
                        proof, "%s says: DMARC %s".formatted(by, dmarc.get().outcome()));
            }
        }
        return results.results().stream()
                .filter(it -> it.passed() && stands(domain, it))
                .findFirst()
                .map(it -> new Authenticity(
                        Authenticity.Proof.PASS,
                        "%s says: %s pass, aligned with %s"
                                .formatted(by, it.method().toUpperCase(Locale.ROOT), domain)))
                .orElse(Authenticity.none("%s says nothing that proves it".formatted(by)));
    }

    private boolean stands(String domain, Results.Result it) {
        var about = switch (it.method()) {
            case "dkim" -> it.domainOf("header.d", "header.i");
            case "spf" -> it.domainOf("smtp.mailfrom");
            default -> "";
        };
        try {
            return !about.isEmpty() && dmarc.aligned(domain, about, false);
        } catch (Zone.NoAnswer e) {
            return false;
        }
    }

    private Authenticity judged(String domain, Spf.Checked sent, List<Dkim.Signature> signed) {
        var seen = Stream.concat(Stream.of(sent.words()), signed.stream().map(Dkim.Signature::words))
                .collect(Collectors.joining("; "));
        try {
            var policy = dmarc.policyOf(domain);
            if (stands(domain, policy, sent, signed)) {
                return new Authenticity(
                        Authenticity.Proof.PASS,
                        "%s; %s".formatted(seen, policy == null ? "aligned with " + domain : "DMARC pass"));
            }
            return notProven(domain, policy, undecided(sent, signed), seen);
        } catch (Zone.NoAnswer e) {
            return new Authenticity(
                    Authenticity.Proof.UNKNOWN, "%s; DMARC temperror: %s".formatted(seen, e.getMessage()));
        }
    }

    private boolean stands(String domain, Dmarc.@Nullable Policy policy, Spf.Checked sent, List<Dkim.Signature> signed)
            throws Zone.NoAnswer {
        for (var it : signed) {
            if (it.passed() && dmarc.aligned(domain, it.domain(), policy != null && policy.strictDkim())) {
                return true;
            }
        }
        return sent.passed() && dmarc.aligned(domain, sent.domain(), policy != null && policy.strictSpf());
    }

    private static Authenticity notProven(
            String domain, Dmarc.@Nullable Policy policy, boolean undecided, String seen) {
        if (undecided) {
            return new Authenticity(Authenticity.Proof.UNKNOWN, seen + "; DMARC temperror");
        }
        return policy == null
                ? Authenticity.none("%s; DMARC none: %s says nothing about its mail".formatted(seen, domain))
                : new Authenticity(Authenticity.Proof.FAIL, "%s; DMARC fail (p=%s)".formatted(seen, policy.wish()));
    }

    private static boolean undecided(Spf.Checked sent, List<Dkim.Signature> signed) {
        return sent.undecided() || signed.stream().anyMatch(Dkim.Signature::undecided);
    }
}
