package threeline.desk.mail;

import static threeline.desk.db.mail.Tables.SILENCE;
import static threeline.desk.db.mail.Tables.UNCONFIRMED;

import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What no automatic mail is sent about, because a program is at the other end; and what is only told of in our own words,
 * because nobody knows who is.
 */
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

    /** Mail about this goes to an address that may be anybody's. */
    public void unconfirmed(String about) {
        db.insertInto(UNCONFIRMED, UNCONFIRMED.ABOUT)
                .values(about)
                .onConflictDoNothing()
                .execute();
    }

    /** Which of these are about people who may be others. */
    @Transactional(readOnly = true)
    public Set<String> unconfirmedAmong(Collection<String> abouts) {
        return abouts.isEmpty()
                ? Set.of()
                : db.select(UNCONFIRMED.ABOUT)
                        .from(UNCONFIRMED)
                        .where(UNCONFIRMED.ABOUT.in(abouts))
                        .fetchSet(UNCONFIRMED.ABOUT);
    }
}
