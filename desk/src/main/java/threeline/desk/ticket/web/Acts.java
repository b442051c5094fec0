package threeline.desk.ticket.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to a ticket besides writing and resolving, as its charter has it.
 *
 * @param up the way to the next tier; null where there is none
 * @param groups the other groups of its tier
 * @param timebox what is said when handling took longer than the charter's time-box; never a block
 */
public record Acts(
        @Nullable Up up,
        List<Choice> groups,
        More more,
        Stages stages,
        Vendors vendors,
        @Nullable String timebox) {

    /** Something to choose, and a word about it. */
    public record Choice(String id, String name, String what) {}

    /**
     * @param where the group that would have it, as things stand
     * @param refused why this agent can't; null for one who can
     */
    public record Up(
            String to,
            String name,
            @Nullable String where,
            List<Choice> reasons,
            @Nullable String refused) {}

    /**
     * @param down tiers to return it to
     * @param consult whom to ask without escalating
     * @param stays whether a limit of stay can be extended
     * @param boxed whether there is a time-box to extend
     * @param acts what meets promises here, besides answering and resolving
     */
    public record More(List<Choice> down, List<Choice> consult, boolean stays, boolean boxed, List<Named> acts) {}

    /** An act of the charter; {@code dated} where it needs a date. */
    public record Named(String what, String name, boolean dated) {}

    /** Where it is in the process, and what comes next by hand; nothing where there is no process. */
    public record Stages(@Nullable String here, @Nullable Choice next) {}

    /** Whom it can be brought to, and whether it was. */
    public record Vendors(List<Choice> all, boolean asked) {}
}
