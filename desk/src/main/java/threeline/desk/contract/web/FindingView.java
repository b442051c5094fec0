package threeline.desk.contract.web;

import threeline.promises.source.Finding;
import threeline.promises.source.Source;

/** A finding with its line, and the word in it that is meant: what it means, and how to mend it. */
public record FindingView(
        boolean error,
        int line,
        int column,
        String code,
        String message,
        String consequence,
        String remedy,
        Quote quote) {

    /** A line in three parts; the middle one is meant. */
    public record Quote(String before, String marked, String after) {

        private static final String ENDS = " ,]}#:";
        private static final int CONTEXT = 40;

        static Quote of(String line, int column) {
            var start = Math.min(column - 1, line.length());
            var end = start;
            while (end < line.length() && ENDS.indexOf(line.charAt(end)) < 0) {
                end++;
            }
            var from = Math.max(0, start - CONTEXT);
            var before = line.substring(from, start);
            return new Quote(
                    from == 0 ? before.stripLeading() : "…" + before,
                    line.substring(start, Math.min(end, start + CONTEXT)),
                    shortened(line.substring(end)));
        }

        private static String shortened(String rest) {
            return rest.length() > CONTEXT ? rest.substring(0, CONTEXT) + "…" : rest;
        }
    }

    static FindingView of(Finding it, Source source) {
        return new FindingView(
                it.isError(),
                it.at().line(),
                it.at().column(),
                it.code().toString(),
                it.message(),
                it.consequence(),
                it.remedy(),
                Quote.of(source.line(it.at().line()), it.at().column()));
    }
}
