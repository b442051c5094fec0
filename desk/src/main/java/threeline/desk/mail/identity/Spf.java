package threeline.desk.mail.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.executor.SynchronousSPFExecutor;
import org.apache.james.jspf.impl.SPF;

/** May this server send for the domain of the return path (RFC 7208)? */
final class Spf {

    private static final int MOST_RECORDS = 10;

    private final SPF spf;

    Spf(Zone zone) {
        var asked = new Asked(zone);
        spf = new SPF(asked, new SynchronousSPFExecutor(asked));
    }

    /** A result in RFC 7208's words, and the domain that it is about. */
    record Checked(String result, String domain) {

        boolean passed() {
            return result.equals("pass");
        }

        boolean undecided() {
            return result.equals("temperror");
        }

        String words() {
            return domain.isEmpty() ? "SPF none" : "SPF %s for %s".formatted(result, domain);
        }
    }

    Checked check(Sender sender) {
        var path = sender.returnPath();
        var domain = Domains.ofAddress(path.isEmpty() ? "postmaster@" + sender.helo() : path);
        if (domain.isEmpty() || !domain.contains(".") || sender.peer().isEmpty()) {
            return new Checked("none", "");
        }
        var result = spf.checkSPF(sender.peer(), path.isEmpty() ? "" : "postmaster@" + domain, domain);
        return new Checked(result.getResult().toLowerCase(Locale.ROOT), domain);
    }

    /** The library's questions, put to our zone. */
    private record Asked(Zone zone) implements DNSService {

        @Override
        public List<String> getRecords(DNSRequest request) throws TimeoutException {
            try {
                var kind = kind(request.getRecordType());
                return kind == null ? List.of() : new ArrayList<>(zone.ask(kind, request.getHostname()));
            } catch (Zone.NoAnswer e) {
                throw new TimeoutException(e.getMessage());
            }
        }

        private static Zone.@org.jspecify.annotations.Nullable Kind kind(int type) {
            return switch (type) {
                case DNSRequest.A -> Zone.Kind.A;
                case DNSRequest.AAAA -> Zone.Kind.AAAA;
                case DNSRequest.MX -> Zone.Kind.MX;
                case DNSRequest.PTR -> Zone.Kind.PTR;
                case DNSRequest.TXT -> Zone.Kind.TXT;
                default -> null; // the SPF type is history
            };
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            try {
                return CompletableFuture.completedStage(getRecords(request));
            } catch (TimeoutException e) {
                return CompletableFuture.failedStage(e);
            }
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of();
        }

        @Override
        public void setTimeOut(int seconds) {
            // the zone has its own patience
        }

        @Override
        public int getRecordLimit() {
            return MOST_RECORDS;
        }

        @Override
        public void setRecordLimit(int most) {
            // ours holds
        }
    }
}
