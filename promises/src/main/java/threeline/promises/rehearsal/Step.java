package threeline.promises.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Act;
import threeline.promises.source.Place;

/** One step of a scenario, at its instant. */
public sealed interface Step {

    Instant at();

    Place place();

    /** A ticket comes into being. */
    record Opens(Place place, String ticket, Act.Opened act, Requester requester) implements Step {
        @Override
        public Instant at() {
            return act.at();
        }
    }

    /** Something is done to a ticket. */
    record Does(Place place, String ticket, Act act) implements Step {
        @Override
        public Instant at() {
            return act.at();
        }
    }

    /** The requester again; where the ticket is closed by then, another is opened. */
    record Contacts(Place place, String ticket, Instant at, String opens) implements Step {}

    /** What should be seen of a ticket once all of that instant has happened. */
    record Expects(Place place, String ticket, Instant at, Expectation expectation) implements Step {}

    /** A release gets another date. */
    record Moves(Place place, Instant at, LocalDate from, LocalDate to) implements Step {}

    /** Another version of the charter takes effect. */
    record PutsInForce(Place place, Instant at, Charter charter, String name) implements Step {}
}
