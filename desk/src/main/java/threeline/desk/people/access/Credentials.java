package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.AGENT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Address;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.AgentRow;
import threeline.desk.people.PasswordHash;

/** What agents sign in with. */
@Repository
@Transactional
class Credentials {

    private final DSLContext db;

    Credentials(DSLContext db) {
        this.db = db;
    }

    record Known(Agent agent, @Nullable PasswordHash password) {}

    /** What is kept of this name's, if an agent has it who is not disabled. */
    Optional<Known> of(String email) {
        return db.select(AGENT.ID, AGENT.NAME, AGENT.EMAIL, AGENT.ROLE, AGENT.ORGANIZATION, AGENT.PASSWORD)
                .from(AGENT)
                .where(AGENT.EMAIL.eq(Address.of(email)), AGENT.DISABLED_AT.isNull())
                .fetchOptional(row -> new Known(AgentRow.read(row), hash(row.get(AGENT.PASSWORD))));
    }

    /** Whether anybody has this address, or had it before their access ended. */
    boolean isTaken(String email) {
        return db.fetchExists(AGENT, AGENT.EMAIL.eq(Address.of(email)));
    }

    /** All accounts, by name, those that have ended last; with what is kept of them elsewhere. */
    List<Account> all(Map<AgentId, Instant> invited, Set<AgentId> secondSteps, Map<AgentId, Integer> sessions) {
        return db.select(
                        AGENT.ID,
                        AGENT.NAME,
                        AGENT.EMAIL,
                        AGENT.ROLE,
                        AGENT.ORGANIZATION,
                        AGENT.PASSWORD,
                        AGENT.DISABLED_AT)
                .from(AGENT)
                .where(AGENT.ERASED_AT.isNull())
                .orderBy(AGENT.DISABLED_AT.isNotNull(), AGENT.NAME, AGENT.ID)
                .fetch(row -> {
                    var agent = AgentRow.read(row);
                    return new Account(
                            agent,
                            row.get(AGENT.PASSWORD) != null,
                            secondSteps.contains(agent.id()),
                            invited.get(agent.id()),
                            row.get(AGENT.DISABLED_AT),
                            sessions.getOrDefault(agent.id(), 0));
                });
    }

    void put(AgentId id, PasswordHash password) {
        db.update(AGENT)
                .set(AGENT.PASSWORD, password.value())
                .where(AGENT.ID.eq(id.value()))
                .execute();
    }

    void restore(AgentId id) {
        db.update(AGENT)
                .setNull(AGENT.DISABLED_AT)
                .where(AGENT.ID.eq(id.value()))
                .execute();
    }

    private static @Nullable PasswordHash hash(@Nullable String value) {
        return value == null ? null : new PasswordHash(value);
    }
}
