package threeline.desk.ticket;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Vault;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/**
 * Passes to single files, for the session that asked, and for a minute: whoever has one needs no cookie, so files can stand where
 * no cookie is ever sent. They end with the session. They are locked by the vault, for this desk; nobody makes one up or reads what is in it.
 */
@Component
public class FilePasses {

    private static final String PURPOSE = "file pass";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final Vault vault;
    private final InstantSource time;
    private final String site;

    /** @param site a host for files alone; none: that of the desk */
    FilePasses(Vault vault, InstantSource time, @Value("${threeline.files.site:}") String site) {
        this.vault = vault;
        this.time = time;
        this.site = site.strip().replaceFirst("/+$", "");
    }

    /** A file of an entry, for whoever a session belongs to; of that no more than what stands for it in the database. */
    public record Pass(byte[] session, TicketNumber ticket, int entry, int place) {}

    /** Where whoever is signed in with the request at hand can have a file; that they may was found out before. */
    public URI address(TicketNumber ticket, int entry, int place) {
        var session = SignedIn.session()
                .orElseThrow(() -> new ProblemException(new Problem.NotAllowed("Files are had from pages alone.")));
        return URI.create(site + path(new Pass(session.hash(), ticket, entry, place)));
    }

    /** Where the file can be had, below the site. */
    public String path(Pass pass) {
        var until = time.instant().plus(LIFE);
        var words = "%s %d %d %d %d"
                .formatted(
                        TEXT.encodeToString(pass.session()),
                        pass.ticket().value(),
                        pass.entry(),
                        pass.place(),
                        until.toEpochMilli());
        return "/files/%s/%s".formatted(Tenant.current().slug(), TEXT.encodeToString(vault.lock(PURPOSE, words)));
    }

    /** What a pass opens, if it is one of this desk's and still good. */
    public Optional<Pass> open(String text) {
        try {
            var words = vault.open(PURPOSE, Base64.getUrlDecoder().decode(text)).split(" ");
            var until = Instant.ofEpochMilli(Long.parseLong(words[4]));
            return until.isAfter(time.instant()) ? Optional.of(read(words)) : Optional.empty();
        } catch (Vault.CannotOpen | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Pass read(String[] words) {
        return new Pass(
                Base64.getUrlDecoder().decode(words[0]),
                new TicketNumber(Long.parseLong(words[1])),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]));
    }
}
