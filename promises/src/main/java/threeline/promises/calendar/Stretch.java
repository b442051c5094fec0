package threeline.promises.calendar;

import org.jspecify.annotations.Nullable;

/** A part of an interval in which a calendar is open, or closed for one reason. */
public record Stretch(Interval interval, @Nullable Closed closed) {

    public boolean isOpen() {
        return closed == null;
    }
}
