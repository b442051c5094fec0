package threeline.desk.people.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A filter of RFC 7644, read once: {@code userName eq "ann" and not (active eq false)}. */
final class ScimFilter {

    private static final int LONGEST = 2000;
    private static final int DEEPEST = 20;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|[()\\[\\]]|[^\\s()\\[\\]\"]++)");

    private final List<String> tokens;
    private int at;
    private int depth;

    private ScimFilter(List<String> tokens) {
        this.tokens = tokens;
    }

    static Predicate<JsonNode> parse(String text) {
        if (text.length() > LONGEST) {
            throw invalid("It is longer than %d characters.".formatted(LONGEST));
        }
        var filter = new ScimFilter(tokens(text.strip()));
        var read = filter.either();
        if (filter.at < filter.tokens.size()) {
            throw invalid("\"%s\" stands where it should end.".formatted(filter.tokens.get(filter.at)));
        }
        return read;
    }

    private static List<String> tokens(String text) {
        var found = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        var end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            found.add(matcher.group(1));
            end = matcher.end();
        }
        if (end < text.length()) {
            throw invalid("It can't be read from character %d on.".formatted(end + 1));
        }
        return found;
    }

    private Predicate<JsonNode> either() {
        if (++depth > DEEPEST) {
            throw invalid("It is nested too deep.");
        }
        var all = both();
        while (skips("or")) {
            all = all.or(both());
        }
        depth--;
        return all;
    }

    private Predicate<JsonNode> both() {
        var all = one();
        while (skips("and")) {
            all = all.and(one());
        }
        return all;
    }

    private Predicate<JsonNode> one() {
        if (skips("not")) {
            expect("(");
            return enclosed(")").negate();
        }
        return skips("(") ? enclosed(")") : compared();
    }

    private Predicate<JsonNode> enclosed(String end) {
        var inner = either();
        expect(end);
        return inner;
    }

    private Predicate<JsonNode> compared() {
        var path = Attributes.path(next());
        if (skips("[")) {
            var inner = enclosed("]");
            return it -> Attributes.values(it, path).anyMatch(inner);
        }
        var operator = next().toLowerCase(Locale.ROOT);
        if (operator.equals("pr")) {
            return it -> Attributes.values(it, path).anyMatch(ScimFilter::isPresent);
        }
        var value = value(next());
        if (operator.equals("ne")) {
            return it ->
                    Attributes.values(it, path).noneMatch(found -> text(found).equals(value));
        }
        var comparison = comparison(operator);
        return it -> Attributes.values(it, path).anyMatch(found -> comparison.test(text(found), value));
    }

    private static BiPredicate<String, String> comparison(String operator) {
        return switch (operator) {
            case "eq" -> String::equals;
            case "co" -> String::contains;
            case "sw" -> String::startsWith;
            case "ew" -> String::endsWith;
            case "gt" -> (one, other) -> one.compareTo(other) > 0;
            case "ge" -> (one, other) -> one.compareTo(other) >= 0;
            case "lt" -> (one, other) -> one.compareTo(other) < 0;
            case "le" -> (one, other) -> one.compareTo(other) <= 0;
            default -> throw invalid("There is no operator \"%s\".".formatted(operator));
        };
    }

    private static boolean isPresent(JsonNode it) {
        return !it.isNull() && !text(it).isEmpty() || it.isObject() && !it.isEmpty();
    }

    private static String text(JsonNode it) {
        return it.asString("").toLowerCase(Locale.ROOT);
    }

    private static String value(String token) {
        var plain =
                token.startsWith("\"") ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1") : token;
        return plain.toLowerCase(Locale.ROOT);
    }

    private String next() {
        if (at >= tokens.size()) {
            throw invalid("It ends too soon.");
        }
        return tokens.get(at++);
    }

    private boolean skips(String word) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!skips(word)) {
            throw invalid("\"%s\" is missing.".formatted(word));
        }
    }

    private static ScimRefusal invalid(String detail) {
        return ScimRefusal.invalid("invalidFilter", detail);
    }
}
