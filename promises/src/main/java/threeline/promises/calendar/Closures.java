package threeline.promises.calendar;

import java.util.ArrayList;
import java.util.List;

/** Takes a closed interval apart by the reasons for being closed. */
final class Closures {

    private Closures() {}

    static List<Stretch> of(Opening opening, Interval closed) {
        var all = new ArrayList<Stretch>();
        var start = closed.start();
        var why = opening.why(start);
        for (var seam : opening.seams(closed).subSet(start, false, closed.end(), false)) {
            var next = opening.why(seam);
            if (!next.equals(why)) {
                all.add(new Stretch(new Interval(start, seam), why));
                start = seam;
                why = next;
            }
        }
        all.add(new Stretch(new Interval(start, closed.end()), why));
        return all;
    }
}
