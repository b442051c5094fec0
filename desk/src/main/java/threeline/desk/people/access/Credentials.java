package threeline.desk.people.access;

import static threeline.desk.db.people.Tables.AGENT;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Agent;
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
                .where(AGENT.EMAIL.eq(email), AGENT.DISABLED_AT.isNull())
                .fetchOptional(row -> new Known(AgentRow.read(row), hash(row.get(AGENT.PASSWORD))));
    }

    private static @Nullable PasswordHash hash(@Nullable String value) {
        return value == null ? null : new PasswordHash(value);
    }
}
