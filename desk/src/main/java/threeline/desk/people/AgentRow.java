package threeline.desk.people;

import static threeline.desk.db.people.Tables.AGENT;

import java.util.Locale;
import org.jooq.Record;

/** Reads an agent from a row that holds the agent's columns, among others. */
public final class AgentRow {

    private AgentRow() {}

    public static Agent read(Record row) {
        var organization = row.get(AGENT.ORGANIZATION);
        return new Agent(
                new AgentId(row.get(AGENT.ID)),
                row.get(AGENT.NAME),
                row.get(AGENT.EMAIL),
                Role.valueOf(row.get(AGENT.ROLE).toUpperCase(Locale.ROOT)),
                organization == null ? null : new OrganizationId(organization));
    }
}
