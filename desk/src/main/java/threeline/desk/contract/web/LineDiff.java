package threeline.desk.contract.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What differs between two texts, line by line: the fewest lines taken away and added (Myers). */
final class LineDiff {

    /** Texts that differ in more than so many lines are shown as one replaced by the other. */
    private static final int MOST = 1000;

    private final int[] before;
    private final int[] after;
    private final List<int[]> trace = new ArrayList<>();

    private LineDiff(int[] before, int[] after) {
        this.before = before;
        this.after = after;
    }

    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A line, and where it stands in the old and in the new text, from 1. */
    record Line(Kind kind, int was, int is, String text) {}

    static List<Line> of(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        Map<String, Integer> numbers = new HashMap<>();
        var diff = new LineDiff(numbered(old, numbers), numbered(now, numbers));
        return diff.lines(old, now);
    }

    static int count(List<Line> diff, Kind kind) {
        return (int) diff.stream().filter(it -> it.kind() == kind).count();
    }

    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        return lines.stream()
                .mapToInt(it -> numbers.computeIfAbsent(it, _ -> numbers.size()))
                .toArray();
    }

    private List<Line> lines(List<String> old, List<String> now) {
        var kept = kept();
        var lines = new ArrayList<Line>();
        var y = 0;
        for (var x = 0; x < before.length; x++) {
            if (kept[x] < 0) {
                lines.add(new Line(Kind.REMOVED, x + 1, 0, old.get(x)));
                continue;
            }
            for (; y < kept[x]; y++) {
                lines.add(new Line(Kind.ADDED, 0, y + 1, now.get(y)));
            }
            lines.add(new Line(Kind.SAME, x + 1, ++y, old.get(x)));
        }
        for (; y < after.length; y++) {
            lines.add(new Line(Kind.ADDED, 0, y + 1, now.get(y)));
        }
        return lines;
    }

    /** Where each old line stands in the new text; -1 where it doesn't. */
    private int[] kept() {
        var kept = new int[before.length];
        Arrays.fill(kept, -1);
        var edits = edits();
        var x = before.length;
        var y = after.length;
        for (var d = edits; d >= 0 && (x > 0 || y > 0); d--) {
            var reached = trace.get(d);
            var k = x - y;
            var down = k == -d || k != d && at(reached, k - 1) < at(reached, k + 1);
            var fromX = d == 0 ? 0 : down ? at(reached, k + 1) : at(reached, k - 1);
            var fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY) {
                kept[--x] = --y;
            }
            x = fromX;
            y = fromY;
        }
        return kept;
    }

    /** How many edits lead from one to the other; -1 where there are too many to look for. */
    private int edits() {
        var most = Math.min(MOST, before.length + after.length);
        var reached = new int[2 * most + 3];
        for (var d = 0; d <= most; d++) {
            trace.add(reached.clone());
            for (var k = -d; k <= d; k += 2) {
                var x = k == -d || k != d && at(reached, k - 1) < at(reached, k + 1)
                        ? at(reached, k + 1)
                        : at(reached, k - 1) + 1;
                while (x < before.length && x - k < after.length && before[x] == after[x - k]) {
                    x++;
                }
                reached[k + reached.length / 2] = x;
                if (x >= before.length && x - k >= after.length) {
                    return d;
                }
            }
        }
        return -1;
    }

    private static int at(int[] reached, int diagonal) {
        return reached[diagonal + reached.length / 2];
    }
}
