package threeline.desk.mail.identity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
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

    public Authenticity of(byte[] raw, Sender sender) {
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

    private boolean stands(
            String domain,
            Dmarc.@org.jspecify.annotations.Nullable Policy policy,
            Spf.Checked sent,
            List<Dkim.Signature> signed)
            throws Zone.NoAnswer {
        for (var it : signed) {
            if (it.passed() && dmarc.aligned(domain, it.domain(), policy != null && policy.strictDkim())) {
                return true;
            }
        }
        return sent.passed() && dmarc.aligned(domain, sent.domain(), policy != null && policy.strictSpf());
    }

    private static Authenticity notProven(
            String domain, Dmarc.@org.jspecify.annotations.Nullable Policy policy, boolean undecided, String seen) {
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
