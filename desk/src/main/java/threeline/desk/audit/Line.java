package threeline.desk.audit;

/**
 * Something to be noted.
 *
 * @param actor by number, such as {@code agent 5}; nobody's name
 * @param subject what was done or seen, by its address
 * @param words what names people: kept apart, so that it can be taken away and the chain stays whole
 */
public record Line(What what, String actor, String subject, String words) {

    private static final int LONGEST = 2000;

    public Line {
        actor = cut(actor);
        subject = cut(subject);
        words = cut(words);
    }

    /** What became of it. */
    public enum What {
        DONE,
        SEEN,
        DENIED,
        FAILED
    }

    private static String cut(String text) {
        var plain = text.replace('\0', ' ');
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
