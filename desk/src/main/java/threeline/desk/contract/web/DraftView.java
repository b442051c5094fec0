package threeline.desk.contract.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.CharterFile;
import threeline.promises.check.Check;
import threeline.promises.source.Source;

/**
 * A charter being written, and what is wrong with it.
 *
 * @param saved when, in words; null where nothing was written yet
 * @param changed lines that differ from the version in force
 */
public record DraftView(String text, int lines, @Nullable String saved, int changed, List<FindingView> findings) {

    static DraftView of(String text, String inForce, @Nullable String saved, LocalDate today) {
        var source = new Source("charter.yaml", text);
        var findings = Check.of(CharterFile.read(source), today).stream()
                .map(it -> FindingView.of(it, source))
                .toList();
        var diff = LineDiff.of(inForce, text);
        var changed = Math.max(LineDiff.count(diff, LineDiff.Kind.REMOVED), LineDiff.count(diff, LineDiff.Kind.ADDED));
        return new DraftView(text, (int) text.lines().count(), saved, changed, findings);
    }

    public int errors() {
        return (int) findings.stream().filter(FindingView::error).count();
    }

    public int warnings() {
        return findings.size() - errors();
    }

    /** {@code 1 error}, {@code 3 warnings} */
    public static String many(int count, String what) {
        return count == 1 ? "1 " + what : "%,d %ss".formatted(count, what);
    }
}
