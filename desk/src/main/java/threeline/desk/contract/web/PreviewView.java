package threeline.desk.contract.web;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.contract.Outlook;
import threeline.desk.contract.Outlook.Line;
import threeline.desk.contract.Outlook.Tally;
import threeline.desk.contract.Preview;

/**
 * What a draft would change, as far as it is known.
 *
 * @param from when it would come into force, in words
 * @param underWay whether more is to come
 * @param progress how far it is, in per cent
 * @param drops what it drops while tickets use it, for which it is refused
 */
public record PreviewView(
        String from,
        boolean underWay,
        int progress,
        String looked,
        @Nullable String failure,
        @Nullable String drops,
        @Nullable Found found) {

    PreviewView dropping(@Nullable String what) {
        return new PreviewView(from, underWay, progress, looked, failure, what, found);
    }

    /** What was found. */
    public record Found(
            int unresolved,
            int otherwise,
            int overdue,
            List<KindRow> kinds,
            List<LineRow> lines,
            int page,
            int pages,
            @Nullable List<KeptRow> kept) {

        public @Nullable Integer before() {
            return page > 0 ? page - 1 : null;
        }

        public @Nullable Integer after() {
            return page + 1 < pages ? page + 1 : null;
        }
    }

    public record KindRow(
            String what, String tickets, @Nullable String overdue) {}

    public record LineRow(
            long number,
            String reference,
            String subject,
            String promise,
            String before,
            String after,
            boolean overdue) {}

    public record KeptRow(String what, Share before, Share after) {}

    public record Share(String met, String breached, String share) {

        static Share of(Tally it) {
            var all = it.met() + it.breached();
            var share = all == 0 ? "–" : String.format(Locale.ENGLISH, "%.1f %%", 100.0 * it.met() / all);
            return new Share("%,d".formatted(it.met()), "%,d".formatted(it.breached()), share);
        }
    }

    static PreviewView of(Preview it, List<Line> lines, int page, PreviewWords words) {
        int total = requireNonNullElse(it.total(), 0);
        var progress = total == 0 ? 0 : (int) (100L * it.done() / total);
        var looked = it.total() == null
                ? "Waiting for its turn"
                : "%,d of %,d tickets looked at".formatted(it.done(), total);
        var outlook = it.outlook();
        return new PreviewView(
                words.pages().when(it.inForceAt()),
                it.isUnderWay(),
                it.isUnderWay() ? progress : 100,
                looked,
                it.failure(),
                null,
                outlook == null ? null : found(outlook, lines, page, words));
    }

    private static Found found(Outlook it, List<Line> lines, int page, PreviewWords words) {
        var kinds = it.kinds().stream()
                .map(kind -> new KindRow(
                        words.kind(kind),
                        DraftView.many(kind.tickets(), "ticket"),
                        kind.overdue() == 0 ? null : "%,d past due".formatted(kind.overdue())))
                .toList();
        var kept = it.kept();
        return new Found(
                it.unresolved(),
                it.otherwise(),
                it.overdue(),
                kinds,
                lines.stream().map(line -> line(line, words)).toList(),
                page,
                it.pages(),
                kept == null ? null : kept.stream().map(row -> kept(row, words)).toList());
    }

    private static LineRow line(Line it, PreviewWords words) {
        return new LineRow(
                it.number(),
                words.reference(it.number()),
                it.subject(),
                words.promise(it.metric(), it.aim()),
                words.before(it),
                words.after(it),
                it.overdue());
    }

    private static KeptRow kept(Outlook.Kept it, PreviewWords words) {
        return new KeptRow(
                "%s, %s".formatted(words.severity(it.severity()), words.promise(it.metric(), false)),
                Share.of(it.before()),
                Share.of(it.after()));
    }
}
