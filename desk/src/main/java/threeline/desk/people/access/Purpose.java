package threeline.desk.people.access;

import java.time.Duration;
import java.util.Locale;

/** What a link is for, and for how long it opens that. */
public enum Purpose {
    INVITATION(Duration.ofHours(72), "three days"),
    RESET(Duration.ofHours(1), "one hour");

    private final Duration life;
    private final String lifeInWords;

    Purpose(Duration life, String lifeInWords) {
        this.life = life;
        this.lifeInWords = lifeInWords;
    }

    Duration life() {
        return life;
    }

    public String lifeInWords() {
        return lifeInWords;
    }

    /** In the database, and in the link's own path. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
