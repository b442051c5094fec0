package threeline.desk.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;

/**
 * One who helps: what they are to the desk, where they stand, and what of that whoever looks may change.
 *
 * @param of the organization that an outside group's agent belongs to
 * @param language their own; empty for the desk's
 * @param inCharge what they have in charge for which organization
 */
public record AgentView(
        Agent agent,
        @Nullable String of,
        Kept kept,
        List<Choice> roles,
        List<Tier> tiers,
        List<Choice> parts,
        List<Choice> languages,
        List<Charge> inCharge) {

    /** What whoever looks may do here, and whether they just did. */
    public record Kept(boolean mayPost, boolean mayAppoint, boolean justNow) {}

    /** Something that the agent has or could have; without a note there is nothing more to say of it. */
    public record Choice(
            String id,
            String name,
            boolean chosen,
            @Nullable String note) {}

    /** The groups of a tier, under its name. */
    public record Tier(String name, List<Choice> groups) {

        public boolean isChosen() {
            return groups.stream().anyMatch(Choice::chosen);
        }
    }

    /** A part that is played for one organization. */
    public record Charge(String part, String organization, String key) {}
}
