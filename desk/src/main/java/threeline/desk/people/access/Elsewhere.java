package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.SESSION;
import static threeline.desk.db.people.Tables.SESSION_ELSEWHERE;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.tenant.Vault;

/** Which sessions began at a provider, and as what there: so that the one ends with the other. */
@Repository
@Transactional
public class Elsewhere {

    private static final String PURPOSE = "id token";

    private final DSLContext db;
    private final Vault vault;

    Elsewhere(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /**
     * As what somebody is signed in there.
     *
     * @param sid what the provider calls its own session, if it says
     * @param token by which it knows whom we mean
     */
    public record There(
            long provider,
            String issuer,
            String subject,
            @Nullable String sid,
            String token) {

        @Override
        public String toString() {
            return "There[%s at %s]".formatted(subject, issuer);
        }
    }

    /** This session began there, or is on its way to begin. */
    public void note(Secret session, There it) {
        db.insertInto(SESSION_ELSEWHERE)
                .set(SESSION_ELSEWHERE.SESSION, session.hash())
                .set(SESSION_ELSEWHERE.PROVIDER, it.provider())
                .set(SESSION_ELSEWHERE.ISSUER, it.issuer())
                .set(SESSION_ELSEWHERE.SUBJECT, it.subject())
                .set(SESSION_ELSEWHERE.SID, it.sid())
                .set(SESSION_ELSEWHERE.TOKEN, vault.lock(PURPOSE, it.token()))
                .execute();
    }

    /** After the second step it is another session that goes on. */
    void goesOn(Secret from, Secret to) {
        db.update(SESSION_ELSEWHERE)
                .set(SESSION_ELSEWHERE.SESSION, to.hash())
                .where(SESSION_ELSEWHERE.SESSION.eq(from.hash()))
                .execute();
    }

    public Optional<There> of(Secret session) {
        return db.selectFrom(SESSION_ELSEWHERE)
                .where(SESSION_ELSEWHERE.SESSION.eq(session.hash()))
                .fetchOptional(row -> new There(
                        row.getProvider(),
                        row.getIssuer(),
                        row.getSubject(),
                        row.getSid(),
                        vault.open(PURPOSE, row.getToken())));
    }

    /** Ends what began there: in that session there, or else all as that subject. Gives whose they were. */
    public List<AgentId> end(String issuer, @Nullable String subject, @Nullable String sid) {
        return db
                .deleteFrom(SESSION)
                .where(SESSION.HASH.in(DSL.select(SESSION_ELSEWHERE.SESSION)
                        .from(SESSION_ELSEWHERE)
                        .where(
                                SESSION_ELSEWHERE.ISSUER.eq(issuer),
                                subject == null ? DSL.noCondition() : SESSION_ELSEWHERE.SUBJECT.eq(subject),
                                sid == null ? DSL.noCondition() : SESSION_ELSEWHERE.SID.eq(sid))))
                .returningResult(SESSION.AGENT)
                .fetch(row -> new AgentId(row.value1()))
                .stream()
                .distinct()
                .toList();
    }
}
