package threeline.desk.watch.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Some days as a picture: a row a group, and one for what is due. Places along the time are per cent of the width, so
 * that it needs no measure; heights are pixels.
 *
 * @param label the whole picture in words
 * @param now where its line stands; null where now is not in these days
 */
public record Ribbon(
        List<Row> rows,
        List<Grid> grid,
        Drawn drawn,
        @Nullable Now now,
        int height,
        String label) {

    /** Pixels of a row. */
    static final int ROW = 44;

    private static final int FIRST = 33;
    private static final double BEFORE_NOW = 0.15;

    /** Who: the group's name, and below it the tier's. */
    public record Row(String name, String under) {}

    /** A line where an hour or a day begins, and its name. */
    public record Grid(String x, @Nullable String name, boolean today) {}

    /** What stands in the rows. */
    public record Drawn(
            List<Bar> bars, List<Gap> gaps, List<Passing> passings, List<Change> changes, List<Tick> ticks) {}

    /** A group on watch. */
    public record Bar(
            String x,
            String width,
            int y,
            boolean now,
            @Nullable String label) {}

    /** Nobody on watch though somebody is promised; {@code width} null where it would be too thin to be seen. */
    public record Gap(
            String x,
            @Nullable String width,
            String middle,
            int y,
            int height,
            @Nullable String length) {

        public int tag() {
            return length == null ? 0 : 14 + 7 * length.length();
        }
    }

    /** A seam at which tickets pass from one group to another; with a sign where it is the next one. */
    public record Passing(String x, int y, @Nullable String sign, boolean left) {

        public int tag() {
            return sign == null ? 0 : 16 + 6 * sign.length();
        }
    }

    /** Where another version of the charter takes over, and its name on one side of it. */
    public record Change(String x, String name, boolean left) {

        public int tag() {
            return 14 + 6 * name.length();
        }
    }

    /** What is due about then: {@code plain}, {@code late} (soon) or {@code past}. */
    public record Tick(String x, int y, String kind, int tickets, String title) {

        public String count() {
            return tickets > 99 ? "99+" : Integer.toString(tickets);
        }
    }

    public record Now(double share, @Nullable String clock) {

        public String x() {
            return percent(share);
        }
    }

    /** Of so many cells, the one with which a narrow window begins: a while before now. */
    public int firstCell(int cells) {
        var share = now == null ? 0 : now.share();
        return (int) Math.clamp(Math.floor((share - BEFORE_NOW) * cells), 0, cells - 1L);
    }

    /** The row of what is due begins here. */
    public int dueY() {
        return y(rows.size() - 1);
    }

    static int y(int row) {
        return FIRST + ROW * row;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * share);
    }
}
