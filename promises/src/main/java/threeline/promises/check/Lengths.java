package threeline.promises.check;

import java.time.Duration;

/** Durations in words short enough for a line. */
final class Lengths {

    private Lengths() {}

    static String said(Duration length) {
        var hours = length.toHours();
        var minutes = length.toMinutesPart();
        return hours == 0 ? minutes + "m" : minutes == 0 ? hours + "h" : hours + "h" + minutes + "m";
    }
}
