package threeline.desk.mail.identity;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/**
 * Which domains signed a mail (RFC 6376)? Stricter than the letter of it: a signature counts only if it covers the whole
 * body, with SHA-256 and a key of 1,024 bits or more (RFC 8301).
 */
final class Dkim {

    /** Some sign several times; nobody signs oftener than this for a reason. */
    private static final int MOST_SIGNATURES = 5;

    private static final int WEAKEST_KEY = 1024;

    private final Zone zone;

    Dkim(Zone zone) {
        this.zone = zone;
    }

    /** One signature: whose, and what it is worth in RFC 8601's words. */
    record Signature(String domain, String result) {

        boolean passed() {
            return result.equals("pass");
        }

        boolean undecided() {
            return result.equals("temperror");
        }

        String words() {
            return "DKIM %s by %s".formatted(result, domain);
        }
    }

    List<Signature> check(RawMail mail) {
        return mail.fields("DKIM-Signature").stream()
                .limit(MOST_SIGNATURES)
                .map(field -> check(field, mail))
                .toList();
    }

    private Signature check(String field, RawMail mail) {
        var verifier = new DKIMVerifier(new Asked(zone));
        try {
            var record = verifier.newSignatureRecord(field.substring(field.indexOf(':') + 1));
            var domain = Domains.normal(record.getDToken().toString());
            return new Signature(domain, weakness(record).orElseGet(() -> verified(verifier, field, mail)));
        } catch (RuntimeException e) {
            return new Signature("nobody", "permerror");
        }
    }

    private static java.util.Optional<String> weakness(SignatureRecord record) {
        var whole = record.getBodyHashLimit() < 0;
        var strong = record.getHashMethod().toString().equalsIgnoreCase("sha256");
        return whole && strong ? java.util.Optional.empty() : java.util.Optional.of("policy");
    }

    private static String verified(DKIMVerifier verifier, String field, RawMail mail) {
        try (var body = mail.body()) {
            var valid = verifier.verify(new Only(mail, field), body);
            return valid == null || valid.isEmpty() ? "fail" : "pass";
        } catch (TempFailException e) {
            return "temperror";
        } catch (FailException | IOException e) {
            return isTemporary(e) ? "temperror" : "fail";
        }
    }

    private static boolean isTemporary(Throwable e) {
        return e instanceof TempFailException || e.getCause() != null && isTemporary(e.getCause());
    }

    /** A mail's header with one signature alone, so that each is judged by itself. */
    private record Only(RawMail mail, String signature) implements Headers {

        @Override
        public List<String> getFields() {
            return mail.fields();
        }

        @Override
        public List<String> getFields(String name) {
            return name.equalsIgnoreCase("DKIM-Signature") ? List.of(signature) : mail.fields(name);
        }
    }

    /** The library's question for a key, put to our zone; a key that anybody could break is none. */
    private record Asked(Zone zone) implements PublicKeyRecordRetriever {

        @Override
        public List<String> getRecords(CharSequence method, CharSequence selector, CharSequence token)
                throws TempFailException, PermFailException {
            var name = "%s._domainkey.%s".formatted(selector, token).toLowerCase(Locale.ROOT);
            try {
                return zone.ask(Zone.Kind.TXT, name).stream()
                        .filter(this::isStrong)
                        .toList();
            } catch (Zone.NoAnswer e) {
                throw new TempFailException(e.getMessage());
            }
        }

        private boolean isStrong(String record) {
            try {
                PublicKeyRecord key = new org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl(record);
                return !(key.getPublicKey() instanceof RSAPublicKey rsa)
                        || rsa.getModulus().bitLength() >= WEAKEST_KEY;
            } catch (RuntimeException e) {
                return true; // the library says what is wrong with it
            }
        }
    }
}
