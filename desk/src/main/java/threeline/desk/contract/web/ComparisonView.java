package threeline.desk.contract.web;

import java.util.ArrayList;
import java.util.List;
import threeline.desk.contract.web.LineDiff.Kind;

/** Two texts beside each other: what was taken away and what was added; long stretches that are the same are folded. */
public record ComparisonView(String before, String after, int removed, int added, List<Line> lines) {

    private static final int AROUND = 3;

    /** @param kind same, removed, added or fold */
    public record Line(String kind, String number, String text) {}

    static ComparisonView of(String before, String after, List<LineDiff.Line> diff) {
        var lines = new ArrayList<Line>();
        for (var from = 0; from < diff.size(); ) {
            var to = from;
            while (to < diff.size()
                    && (diff.get(to).kind() == Kind.SAME) == (diff.get(from).kind() == Kind.SAME)) {
                to++;
            }
            add(lines, diff, from, to);
            from = to;
        }
        return new ComparisonView(
                before, after, LineDiff.count(diff, Kind.REMOVED), LineDiff.count(diff, Kind.ADDED), lines);
    }

    private static void add(List<Line> lines, List<LineDiff.Line> diff, int from, int to) {
        var same = diff.get(from).kind() == Kind.SAME;
        var head = from == 0 ? from : Math.min(to, from + AROUND);
        var tail = to == diff.size() ? to : Math.max(head, to - AROUND);
        if (!same || tail - head < 2 * AROUND) {
            diff.subList(from, to).forEach(it -> lines.add(line(it)));
            return;
        }
        diff.subList(from, head).forEach(it -> lines.add(line(it)));
        lines.add(new Line("fold", "", "%,d lines are the same".formatted(tail - head)));
        diff.subList(tail, to).forEach(it -> lines.add(line(it)));
    }

    private static Line line(LineDiff.Line it) {
        return switch (it.kind()) {
            case SAME -> new Line("same", "" + it.is(), it.text());
            case REMOVED -> new Line("removed", "" + it.was(), it.text());
            case ADDED -> new Line("added", "" + it.is(), it.text());
        };
    }
}
