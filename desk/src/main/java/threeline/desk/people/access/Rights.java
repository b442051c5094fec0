package threeline.desk.people.access;

import threeline.desk.people.AgentId;
import threeline.desk.people.OrganizationId;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** What anybody may do, decided in this one place by the one table; pages and API ask here. */
public final class Rights {

    private Rights() {}

    /** What an action is done to, as far as rights look at it. */
    public sealed interface Thing {

        /** Something of the desk that is everybody's here; the wall between desks stands elsewhere. */
        record OfDesk() implements Thing {}

        /** Something of one agent. */
        record OfAgent(AgentId agent) implements Thing {}

        /** Something of one organization that the desk supports. */
        record OfOrganization(OrganizationId organization) implements Thing {}
    }

    public static boolean may(Actor actor, Action action, Thing thing) {
        return actor.scopes().contains(action.scope())
                && switch (RightsTable.reach(actor.kind(), action)) {
                    case NONE -> false;
                    case OWN -> isOwn(thing, actor);
                    case ORGANIZATION -> isOwn(thing, actor) || isOfTheirs(thing, actor);
                    case SIGHT, DESK -> true;
                };
    }

    /** Goes on if it may be done, and tells what is missing otherwise. */
    public static void require(Actor actor, Action action, Thing thing) {
        if (!may(actor, action, thing)) {
            throw new ProblemException(new Problem.NotAllowed(
                    actor.scopes().contains(action.scope())
                            ? "This is for those who run the desk. Ask one of them."
                            : "This token has not the scope \"%s\". Have one made that has it."
                                    .formatted(action.scope().word())));
        }
    }

    private static boolean isOwn(Thing thing, Actor actor) {
        return switch (thing) {
            case Thing.OfDesk() -> false;
            case Thing.OfOrganization _ -> false;
            case Thing.OfAgent(var agent) -> agent.equals(actor.agent().id());
        };
    }

    private static boolean isOfTheirs(Thing thing, Actor actor) {
        return switch (thing) {
            case Thing.OfDesk() -> false;
            case Thing.OfAgent _ -> false;
            case Thing.OfOrganization(var organization) ->
                organization.equals(actor.agent().organization());
        };
    }
}
