package threeline.promises.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    public static Optional<String> to(String word, Collection<String> known) {
        var typed = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> distance(typed, candidate.toLowerCase(Locale.ROOT)) <= tolerated(typed))
                .min(Comparator.comparingInt(candidate -> distance(typed, candidate.toLowerCase(Locale.ROOT))));
    }

    /** What to say to whoever wrote an unknown word. */
    public static String remedy(String word, Collection<String> known) {
        return remedy(word, known, List.of());
    }

    /** The same where other words would do too, which are too many to be listed. */
    static String remedy(String word, Collection<String> known, Collection<String> others) {
        return to(word, known)
                .or(() -> to(word, others))
                .map(meant -> "did you mean \"" + meant + "\"?")
                .orElseGet(() -> known.isEmpty() ? "none is declared" : "known are: " + String.join(", ", known));
    }

    private static int tolerated(String word) {
        return Math.max(1, (word.length() + 1) / 3);
    }

    /** Letters to add, drop, change or swap. */
    private static int distance(String one, String two) {
        var table = new int[one.length() + 1][two.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, one, two, i, j);
            }
        }
        return table[one.length()][two.length()];
    }

    private static int cheapest(int[][] table, String one, String two, int i, int j) {
        int change = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + change);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == two.charAt(j - 2) && one.charAt(i - 2) == two.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
