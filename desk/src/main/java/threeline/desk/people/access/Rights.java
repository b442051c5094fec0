package threeline.desk.people.access;

import threeline.desk.people.AgentId;
import threeline.desk.people.OffWatch;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.RequesterId;
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

        /** Something of one requester. */
        record OfRequester(RequesterId requester) implements Thing {}

        /** What somebody with that mail address is on, or says for themselves. */
        record OfAddress(String address) implements Thing {}

        /** Something of one organization that the desk supports. */
        record OfOrganization(OrganizationId organization) implements Thing {}
    }

    public static boolean may(Principal who, Action action, Thing thing) {
        return Scope.covers(who.scopes(), action.scope())
                && switch (RightsTable.reach(who.kind(), action)) {
                    case NONE -> false;
                    case OWN -> thing.equals(who.own());
                    case ORGANIZATION -> thing.equals(who.own()) || isOfTheirs(thing, who);
                    case ASKED, SIGHT, DESK -> true;
                };
    }

    /** Goes on if it may be done, and tells what is missing otherwise. */
    public static void require(Principal who, Action action, Thing thing) {
        if (!may(who, action, thing)) {
            throw new ProblemException(missing(who, action, thing));
        }
    }

    private static Problem missing(Principal who, Action action, Thing thing) {
        if (!Scope.covers(who.scopes(), action.scope())) {
            return new Problem.NotAllowed("This token has not the scope \"%s\". Have one made that has it."
                    .formatted(action.scope().word()));
        }
        if (who instanceof Actor actor && actor.lacksStep()) {
            return new Problem.NotAllowed(
                    "This desk asks you for a second step. Set one up, or sign in with the one you have.");
        }
        return who instanceof Actor actor
                        && actor.offWatch() instanceof OffWatch off
                        && may(actor.back(), action, thing)
                ? new Problem.NotNow(off.words())
                : new Problem.NotAllowed("This is for those who run the desk. Ask one of them.");
    }

    private static boolean isOfTheirs(Thing thing, Principal who) {
        return thing instanceof Thing.OfOrganization(var organization)
                && who instanceof Actor actor
                && organization.equals(actor.agent().organization());
    }
}
