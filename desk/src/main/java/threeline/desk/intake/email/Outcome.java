package threeline.desk.intake.email;

import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.vendor.VendorThreads;

/** What became of a letter: exactly one of these, for ever (but a person may have a quarantined one tried again). */
sealed interface Outcome {

    String state();

    default @Nullable TicketNumber ticket() {
        return null;
    }

    default @Nullable String why() {
        return null;
    }

    default @Nullable Long sameAs() {
        return null;
    }

    /** It opened a ticket. */
    record Ticketed(TicketNumber ticket) implements Outcome {

        @Override
        public String state() {
            return "ticketed";
        }
    }

    /** It is on the timeline of a ticket that was there. */
    record Appended(TicketNumber ticket, @Nullable String why) implements Outcome {

        @Override
        public String state() {
            return "appended";
        }
    }

    /** It is on a ticket's timeline as a vendor's, for the desk alone; {@code why} it does not count as an answer. */
    record OfVendor(VendorThreads.Found found, @Nullable String why) implements Outcome {

        @Override
        public String state() {
            return "appended";
        }

        @Override
        public TicketNumber ticket() {
            return found.ticket();
        }
    }

    /** Nothing was made of it; {@code sameAs} is the letter that it repeats. */
    record Suppressed(String why, @Nullable Long sameAs) implements Outcome {

        @Override
        public String state() {
            return "suppressed";
        }
    }

    /** The charter does not let it in; its sender is told these words. */
    record Refused(String why) implements Outcome {

        @Override
        public String state() {
            return "refused";
        }
    }

    /** A person has to look at it. */
    record Quarantined(String why) implements Outcome {

        @Override
        public String state() {
            return "quarantined";
        }
    }
}
