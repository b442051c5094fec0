package threeline.desk.people;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was typed of a caller's name, address or number, as PostgreSQL looks for words by their beginnings. */
final class CallerQuery {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("[+0-9 ()./-]{3,30}");
    private static final int LONGEST = 100;

    /** So many last digits are the same whether or not a country stands before them. */
    private static final int NATIONAL = 7;

    private CallerQuery() {}

    /** Empty where nothing can be looked for. */
    static String of(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return NUMBER.matcher(cut).matches() ? ofNumber(cut.replaceAll("[^0-9]", "")) : ofWords(cut);
    }

    private static String ofNumber(String digits) {
        if (digits.length() < 3) {
            return "";
        }
        var end = digits.substring(Math.max(0, digits.length() - NATIONAL));
        return "p%s:* | r%s:*".formatted(digits, new StringBuilder(end).reverse());
    }

    private static String ofWords(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }
}
