package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.PASSKEY;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.AgentRow;

/** The keys in agents' devices that let them in. */
@Repository
@Transactional
public class Passkeys {

    private final DSLContext db;
    private final InstantSource time;

    Passkeys(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** What is needed to check a signature. */
    record Kept(Agent agent, byte[] id, byte[] publicKey, long counter, boolean backupEligible) {}

    public List<Passkey> of(AgentId agent) {
        return db.selectFrom(PASSKEY)
                .where(PASSKEY.AGENT.eq(agent.value()))
                .orderBy(PASSKEY.MADE_AT)
                .fetch(row -> new Passkey(
                        HexFormat.of().formatHex(row.getId()), row.getName(), row.getMadeAt(), row.getUsedAt()));
    }

    /** False if somebody has it already. */
    boolean add(Kept it, String name) {
        return db.insertInto(PASSKEY)
                        .set(PASSKEY.ID, it.id())
                        .set(PASSKEY.AGENT, it.agent().id().value())
                        .set(PASSKEY.NAME, name)
                        .set(PASSKEY.PUBLIC_KEY, it.publicKey())
                        .set(PASSKEY.COUNTER, it.counter())
                        .set(PASSKEY.BACKUP_ELIGIBLE, it.backupEligible())
                        .set(PASSKEY.MADE_AT, time.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Kept> find(byte[] id) {
        return db.select(
                        AGENT.ID,
                        AGENT.NAME,
                        AGENT.EMAIL,
                        AGENT.ROLE,
                        AGENT.ORGANIZATION,
                        PASSKEY.PUBLIC_KEY,
                        PASSKEY.COUNTER,
                        PASSKEY.BACKUP_ELIGIBLE)
                .from(PASSKEY)
                .join(AGENT)
                .on(AGENT.ID.eq(PASSKEY.AGENT))
                .where(PASSKEY.ID.eq(id), AGENT.DISABLED_AT.isNull())
                .fetchOptional(row -> new Kept(
                        AgentRow.read(row),
                        id,
                        row.get(PASSKEY.PUBLIC_KEY),
                        row.get(PASSKEY.COUNTER),
                        row.get(PASSKEY.BACKUP_ELIGIBLE)));
    }

    void used(byte[] id, long counter) {
        db.update(PASSKEY)
                .set(PASSKEY.COUNTER, counter)
                .set(PASSKEY.USED_AT, time.instant())
                .where(PASSKEY.ID.eq(id))
                .execute();
    }

    /** All who have one. */
    Set<AgentId> owners() {
        return Set.copyOf(db.selectDistinct(PASSKEY.AGENT).from(PASSKEY).fetch(row -> new AgentId(row.value1())));
    }

    void removeAll(AgentId agent) {
        db.deleteFrom(PASSKEY).where(PASSKEY.AGENT.eq(agent.value())).execute();
    }

    /** Takes one of an agent's own away; another's is not found. */
    public boolean remove(AgentId agent, String id) {
        return db.deleteFrom(PASSKEY)
                        .where(PASSKEY.ID.eq(HexFormat.of().parseHex(id)), PASSKEY.AGENT.eq(agent.value()))
                        .execute()
                == 1;
    }
}
