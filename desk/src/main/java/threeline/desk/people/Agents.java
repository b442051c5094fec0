package threeline.desk.people;

import static java.util.stream.Collectors.toMap;
import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.MEMBERSHIP;
import static threeline.desk.db.people.Tables.PART;
import static threeline.desk.db.people.Tables.SESSION;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who helps at this desk, or did. */
@Repository
@Transactional
public class Agents {

    private final DSLContext db;
    private final InstantSource time;
    private final Organizations organizations;
    private final Postings postings;

    Agents(DSLContext db, InstantSource time, Organizations organizations, Postings postings) {
        this.db = db;
        this.time = time;
        this.organizations = organizations;
        this.postings = postings;
    }

    public Agent add(NewAgent it) {
        var organization = it.organization() == null
                ? null
                : organizations.named(it.organization()).id();
        var id = db.insertInto(AGENT)
                .set(AGENT.NAME, it.name())
                .set(AGENT.EMAIL, Address.of(it.email()))
                .set(AGENT.ROLE, Postings.word(it.role()))
                .set(AGENT.ORGANIZATION, organization == null ? null : organization.value())
                .set(
                        AGENT.PASSWORD,
                        it.password() == null ? null : it.password().value())
                .returningResult(AGENT.ID)
                .fetchSingle()
                .value1();
        postings.add(new AgentId(id), it.groups(), it.parts());
        return new Agent(new AgentId(id), it.name(), Address.of(it.email()), it.role(), organization);
    }

    public Agent get(AgentId id) {
        return agents().where(AGENT.ID.eq(id.value()))
                .fetchOptional(AgentRow::read)
                .orElseThrow(() -> new NoSuchElementException("no agent " + id.value()));
    }

    /** The agent of this address, if there is one who is not disabled. */
    public Optional<Agent> find(String email) {
        return agents().where(AGENT.EMAIL.eq(Address.of(email)), AGENT.DISABLED_AT.isNull())
                .fetchOptional(AgentRow::read);
    }

    /** This agent, unless they are disabled. */
    public Optional<Agent> working(AgentId id) {
        return agents().where(AGENT.ID.eq(id.value()), AGENT.DISABLED_AT.isNull())
                .fetchOptional(AgentRow::read);
    }

    /** All who are not disabled, by name. */
    public List<Agent> all() {
        return agents().where(AGENT.DISABLED_AT.isNull())
                .orderBy(AGENT.NAME, AGENT.ID)
                .fetch(AgentRow::read);
    }

    /** Those whose access has ended and who were not erased, as far as they are looked for by name or address. */
    public List<Agent> former(String query, int most) {
        return agents().where(
                        AGENT.DISABLED_AT.isNotNull(),
                        AGENT.ERASED_AT.isNull(),
                        AGENT.NAME.containsIgnoreCase(query).or(AGENT.EMAIL.containsIgnoreCase(query)))
                .orderBy(AGENT.NAME, AGENT.ID)
                .limit(most)
                .fetch(AgentRow::read);
    }

    /** This agent, disabled or not, unless they were erased. */
    public Optional<Agent> known(AgentId id) {
        return agents().where(AGENT.ID.eq(id.value()), AGENT.ERASED_AT.isNull()).fetchOptional(AgentRow::read);
    }

    /** All of these, disabled or not, in one question. */
    public Map<AgentId, Agent> all(Collection<AgentId> ids) {
        var numbers = ids.stream().map(AgentId::value).distinct().toArray(Long[]::new);
        return agents().where(AGENT.ID.eq(DSL.any(numbers))).fetch(AgentRow::read).stream()
                .collect(toMap(Agent::id, Function.identity()));
    }

    /** The charter's groups that this agent belongs to, by name. */
    public Set<String> groupsOf(AgentId id) {
        return db.select(MEMBERSHIP.GROUP_NAME)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.AGENT.eq(id.value()))
                .fetchSet(MEMBERSHIP.GROUP_NAME);
    }

    /** The parts of the charter that this agent plays: its roles, by name. */
    public Set<String> partsOf(AgentId id) {
        return db.select(PART.ROLE).from(PART).where(PART.AGENT.eq(id.value())).fetchSet(PART.ROLE);
    }

    /** Takes an agent's access away: sessions end now, API tokens within seconds. Their name stays on what they did. */
    public void disable(AgentId id) {
        db.update(AGENT)
                .set(AGENT.DISABLED_AT, time.instant())
                .where(AGENT.ID.eq(id.value()))
                .execute();
        db.deleteFrom(SESSION).where(SESSION.AGENT.eq(id.value())).execute();
    }

    private SelectJoinStep<?> agents() {
        return db.select(AGENT.ID, AGENT.NAME, AGENT.EMAIL, AGENT.ROLE, AGENT.ORGANIZATION)
                .from(AGENT);
    }
}
