package threeline.desk.ticket.web;

import threeline.promises.charter.Severity;

/**
 * How bad it is, as a name and up to three strokes.
 *
 * @param alarming the highest of four or more has a colour of its own
 */
public record SeverityView(String id, String name, String means, int strokes, boolean alarming) {

    private static final int STROKES = 3;

    static SeverityView of(Severity severity, int rank, int ranks) {
        var strokes = Math.max(1, STROKES - rank * STROKES / ranks);
        return new SeverityView(
                severity.id(), severity.name(), severity.means(), strokes, rank == 0 && ranks > STROKES);
    }

    static SeverityView unknown(String id) {
        return new SeverityView(id, id, "", 1, false);
    }
}
