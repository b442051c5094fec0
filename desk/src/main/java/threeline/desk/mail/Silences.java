package threeline.desk.mail;

import static threeline.desk.db.mail.Tables.SILENCE;

import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What no automatic mail is sent about, because a program is at the other end. */
@Component
@Transactional
public class Silences {

    private final DSLContext db;

    Silences(DSLContext db) {
        this.db = db;
    }

    public void keep(String about, String reason) {
        db.insertInto(SILENCE, SILENCE.ABOUT, SILENCE.REASON)
                .values(about, reason)
                .onConflictDoNothing()
                .execute();
    }

    /** Which of these are to be kept silent about. */
    @Transactional(readOnly = true)
    public Set<String> among(Collection<String> abouts) {
        return abouts.isEmpty()
                ? Set.of()
                : db.select(SILENCE.ABOUT)
                        .from(SILENCE)
                        .where(SILENCE.ABOUT.in(abouts))
                        .fetchSet(SILENCE.ABOUT);
    }
}
