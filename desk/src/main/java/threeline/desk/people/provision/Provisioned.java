package threeline.desk.people.provision;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.MEMBERSHIP;
import static threeline.desk.db.people.Tables.PROVISIONED;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.AgentRow;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;

/** Agents, as whoever provisions them sees them; those that it took away are not there, though what they did stays theirs. */
@Repository
@Transactional
class Provisioned {

    private final DSLContext db;
    private final Agents agents;
    private final Accounts accounts;

    Provisioned(DSLContext db, Agents agents, Accounts accounts) {
        this.db = db;
        this.agents = agents;
        this.accounts = accounts;
    }

    List<ScimUser.Kept> all() {
        return read(DSL.noCondition());
    }

    ScimUser.Kept get(AgentId id) {
        return read(AGENT.ID.eq(id.value())).stream().findFirst().orElseThrow(ScimRefusal::notFound);
    }

    /** Somebody new; or one that was taken away, who is back. */
    ScimUser.Kept add(ScimUser it) {
        var gone = db.select(PROVISIONED.AGENT)
                .from(PROVISIONED)
                .where(PROVISIONED.USER_NAME.eq(it.userName()), PROVISIONED.GONE.isTrue())
                .fetchOptional(PROVISIONED.AGENT);
        refuseTaken(it, gone.orElse(0L));
        var role = it.role() == null ? Role.AGENT : it.role();
        var id = gone.map(AgentId::new)
                .orElseGet(() -> agents.add(new NewAgent(it.name(), it.email(), role, Set.of(), null))
                        .id());
        put(id, it);
        return get(id);
    }

    /** From now on they are that; their access ends or is given back at once. */
    void put(AgentId id, ScimUser it) {
        refuseTaken(it, id.value());
        db.update(AGENT)
                .set(AGENT.NAME, it.name())
                .set(AGENT.EMAIL, it.email())
                .where(AGENT.ID.eq(id.value()))
                .execute();
        db.insertInto(PROVISIONED)
                .set(PROVISIONED.AGENT, id.value())
                .set(PROVISIONED.USER_NAME, it.userName())
                .set(PROVISIONED.EXTERNAL_ID, it.externalId())
                .onConflict(PROVISIONED.TENANT, PROVISIONED.AGENT)
                .doUpdate()
                .set(PROVISIONED.USER_NAME, it.userName())
                .set(PROVISIONED.EXTERNAL_ID, it.externalId())
                .set(PROVISIONED.GONE, false)
                .execute();
        if (it.active()) {
            accounts.restore(id);
        }
    }

    void remove(AgentId id) {
        var known = get(id);
        db.insertInto(PROVISIONED)
                .set(PROVISIONED.AGENT, id.value())
                .set(PROVISIONED.USER_NAME, known.userName())
                .set(PROVISIONED.GONE, true)
                .onConflict(PROVISIONED.TENANT, PROVISIONED.AGENT)
                .doUpdate()
                .set(PROVISIONED.GONE, true)
                .execute();
    }

    /** Told before the database would, and in words. */
    private void refuseTaken(ScimUser it, long own) {
        var others = PROVISIONED.AGENT.ne(own);
        if (db.fetchExists(AGENT, AGENT.EMAIL.eq(it.email()).and(AGENT.ID.ne(own)))
                || db.fetchExists(
                        PROVISIONED, PROVISIONED.USER_NAME.eq(it.userName()).and(others))) {
            throw ScimRefusal.taken("Somebody at this desk has that userName or mail address.");
        }
        if (it.externalId() != null
                && db.fetchExists(
                        PROVISIONED, PROVISIONED.EXTERNAL_ID.eq(it.externalId()).and(others))) {
            throw ScimRefusal.taken("Somebody at this desk has that externalId.");
        }
    }

    private List<ScimUser.Kept> read(Condition which) {
        var groups = db.select(MEMBERSHIP.AGENT, MEMBERSHIP.GROUP_NAME)
                .from(MEMBERSHIP)
                .fetchGroups(MEMBERSHIP.AGENT, MEMBERSHIP.GROUP_NAME);
        return db.select(
                        AGENT.ID,
                        AGENT.NAME,
                        AGENT.EMAIL,
                        AGENT.ROLE,
                        AGENT.ORGANIZATION,
                        AGENT.DISABLED_AT,
                        PROVISIONED.USER_NAME,
                        PROVISIONED.EXTERNAL_ID)
                .from(AGENT)
                .leftJoin(PROVISIONED)
                .on(PROVISIONED.AGENT.eq(AGENT.ID))
                .where(
                        which,
                        AGENT.ERASED_AT.isNull(),
                        DSL.coalesce(PROVISIONED.GONE, DSL.inline(false)).isFalse())
                .orderBy(AGENT.ID)
                .fetch(row -> kept(row, groups));
    }

    private static ScimUser.Kept kept(Record row, Map<Long, List<String>> groups) {
        var agent = AgentRow.read(row);
        return new ScimUser.Kept(
                agent,
                Optional.ofNullable(row.get(PROVISIONED.USER_NAME)).orElse(agent.email()),
                row.get(PROVISIONED.EXTERNAL_ID),
                row.get(AGENT.DISABLED_AT) == null,
                new HashSet<>(groups.getOrDefault(agent.id().value(), List.of())));
    }
}
