package threeline.desk.ticket;

import org.jspecify.annotations.Nullable;

/** Whether a file may be given out, as far as the scanner is concerned. */
public sealed interface Inspection {

    record Free() implements Inspection {}

    /** It has not been looked at; {@code why}, if that was tried in vain. */
    record Held(@Nullable String why) implements Inspection {}

    /** It is never given out; {@code found} is the scanner's name for what is wrong with it. */
    record Refused(String found) implements Inspection {}
}
