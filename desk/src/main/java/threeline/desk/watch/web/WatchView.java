package threeline.desk.watch.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The watch as its page shows it.
 *
 * @param coming a version of the charter that is to come; its cover is drawn from then on
 * @param heading when it is there now: date, time and place
 * @param gaps what of this week's promised cover nobody keeps; null where nothing is left out
 */
public record WatchView(
        @Nullable Coming coming,
        String heading,
        List<TierCard> tiers,
        @Nullable GapCard gaps,
        RibbonView day,
        RibbonView week,
        List<GroupRow> groups,
        List<CrossingView> crossings) {

    /** A version by its number, and from when it holds, in words. */
    public record Coming(String number, String from) {}

    /**
     * A tier now.
     *
     * @param on who is on watch, empty for nobody
     * @param until how long that stays so; null where it always does
     */
    public record TierCard(
            String name,
            int stroke,
            List<String> on,
            @Nullable Until until,
            @Nullable NextSeam next) {}

    /** {@code until 17:30}, and the instant in the browser's milliseconds. */
    public record Until(String text, long at, String left) {}

    /** What happens at a tier's next seam; {@code crossing} links to what will pass on. */
    public record NextSeam(
            String text,
            @Nullable String crossing,
            @Nullable String anchor) {}

    public record GapCard(String length, List<String> told) {}

    /** A ribbon with the public holidays that fall in its days, and where to go from it. */
    public record RibbonView(String title, Ribbon picture, List<String> feasts, List<TableRow> table, Steps steps) {}

    /** A line of the table that says the same. */
    public record TableRow(String name, String tier, String text, boolean alarming) {}

    public record Steps(
            String earlier, String later, @Nullable String back) {}

    /** What a group holds now; {@code unaccepted} is null where its tier asks for no acceptance. */
    public record GroupRow(
            String name,
            String path,
            String tier,
            String watch,
            boolean on,
            String open,
            @Nullable String unaccepted) {}

    /** What passes on at a seam: how many, and the first of them as a table. */
    public record CrossingView(
            String anchor, String title, String count, String shown, Content table, List<Rest> rests) {}

    /** Where the whole list stands. */
    public record Rest(String text, String path) {}
}
