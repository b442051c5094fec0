package threeline.promises.source;

import java.util.List;
import java.util.Map;

/** Findings as told to people, in the manner of a good compiler: where, what, what it means, how to mend it. */
public final class Report {

    private final Map<String, Source> sources;

    /** A report that can show the lines of these sources, by their names. */
    public Report(Map<String, Source> sources) {
        this.sources = Map.copyOf(sources);
    }

    public String of(List<Finding> findings) {
        return String.join("\n", findings.stream().map(this::of).toList());
    }

    private String of(Finding finding) {
        var told = new StringBuilder(finding + "\n");
        var source = sources.get(finding.file());
        if (source != null) {
            told.append(shown(source.line(finding.at().line()), finding.at()));
        }
        tell(told, "so", finding.consequence());
        tell(told, "mend", finding.remedy());
        return told.toString();
    }

    private static void tell(StringBuilder told, String label, String text) {
        if (!text.isEmpty()) {
            told.append("      = ").append(label).append(": ").append(text).append('\n');
        }
    }

    private static String shown(String line, Place at) {
        if (line.isBlank()) {
            return "";
        }
        var shown = line.length() > 160 ? line.substring(0, 160) + "…" : line;
        var before = " ".repeat(Math.max(0, at.column() - 1));
        return "%5d | %s%n      | %s%s%n".formatted(at.line(), shown, before, "^".repeat(width(line, at)));
    }

    /** As far as the word goes that starts there. */
    private static int width(String line, Place at) {
        int start = Math.min(at.column() - 1, line.length());
        int end = start;
        while (end < line.length() && " ,]}#:".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return Math.clamp(end - start, 1, 60);
    }
}
