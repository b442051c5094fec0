package threeline.desk.web;

import java.util.List;

/** What somebody asked for and can't have; {@code what} says why, and what to do next, in a sentence for people. */
public sealed interface Problem {

    String what();

    /** There is none, or none that this one may know of. */
    record NotFound(String what) implements Problem {}

    /** It is there, and not for this one to do. */
    record NotAllowed(String what) implements Problem {}

    /** It is for this one to do, at another time. */
    record NotNow(String what) implements Problem {}

    /** It can't be done as things stand now. */
    record Conflict(String what) implements Problem {}

    /** What was sent can't be understood or taken; each fault at its field. */
    record Invalid(String what, List<Fault> faults) implements Problem {

        public Invalid {
            faults = List.copyOf(faults);
        }

        public Invalid(Fault fault) {
            this(fault.what(), List.of(fault));
        }
    }

    /** What is wrong with one field, and how to mend it. */
    record Fault(String field, String what) {}
}
