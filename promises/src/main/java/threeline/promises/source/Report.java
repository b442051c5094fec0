package threeline.promises.source;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Findings as told to people, in the manner of a good compiler: where, what, what it means, how to mend it. */
public final class Report {

    /** What is quoted, or words to where YAML ends them: the mark of a key or of a list, a bracket, a comment. */
    private static final Pattern MARKED =
            Pattern.compile("'[^']*'|\"[^\"]*\"|(?![\\[{])(?:[^\\s,\\]}:]|:(?=\\S)|\\s+(?=[^\\s#,\\]}])){1,60}");

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

    /** As far as that goes which starts there. */
    private static int width(String line, Place at) {
        var marked = MARKED.matcher(line).region(Math.min(at.column() - 1, line.length()), line.length());
        return marked.lookingAt() ? Math.min(marked.group().length(), 60) : 1;
    }
}
