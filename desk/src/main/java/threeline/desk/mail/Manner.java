package threeline.desk.mail;

import java.time.Duration;

/**
 * How a desk's mail leaves.
 *
 * @param undo for how long a reply can still be taken back; nothing for not at all
 * @param marker whether its mails begin with a line above which to answer
 */
public record Manner(Duration undo, boolean marker) {

    public static final Duration LONGEST_UNDO = Duration.ofMinutes(2);

    static final Manner USUAL = new Manner(Duration.ZERO, false);

    public Manner {
        if (undo.isNegative() || undo.compareTo(LONGEST_UNDO) > 0) {
            throw new IllegalArgumentException("a reply can be taken back for two minutes at most");
        }
    }
}
