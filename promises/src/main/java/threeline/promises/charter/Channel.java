package threeline.promises.charter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way in: by what, reached where, open when and to whom, and at which severity things come in by it. */
public record Channel(String id, By by, Reach reach, Door door, Choice severity) {

    private static final String VOICEMAIL = "voicemail";

    /** The kinds of channels. */
    public enum By {
        PHONE,
        EMAIL,
        PORTAL,
        CHAT,
        APP,
        FORM,
        MONITORING,
        API;

        public static Optional<By> of(String word) {
            return Arrays.stream(values())
                    .filter(by -> by.toString().equals(word))
                    .findFirst();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it is reached: numbers or an address; none while it is still to follow. */
    public record Reach(
            String name, List<String> numbers, @Nullable String address) {

        public Reach {
            numbers = List.copyOf(numbers);
        }

        public boolean isKnown() {
            return !numbers.isEmpty() || address != null;
        }
    }

    /** Whom it lets in, when and with what severities; outside its hours, and to everybody else, something else is offered. */
    public record Door(
            @Nullable String covers,
            List<String> who,
            @Nullable String outside,
            @Nullable String otherwise,
            List<String> severities) {

        /** What stands in the place of roles where a channel is for none at all. */
        public static final String NOBODY = "nobody";

        public static final Door OPEN = new Door(null, List.of(), null, null, List.of());

        public Door {
            who = List.copyOf(who);
            severities = List.copyOf(severities);
        }

        public boolean isForNobody() {
            return who.equals(List.of(NOBODY));
        }

        boolean lets(Set<String> roles) {
            return who.isEmpty() || who.stream().anyMatch(roles::contains);
        }
    }

    /** The severity that things come in with, and whether the requester chooses it or may change it later. */
    public record Choice(@Nullable String given, boolean choose, boolean change) {

        public static final Choice NONE = new Choice(null, false, false);
    }

    /** A channel that nobody described: one of the built-in kinds, unrestricted. */
    static Channel builtIn(By by) {
        return new Channel(by.toString(), by, new Reach(by.toString(), List.of(), null), Door.OPEN, Choice.NONE);
    }

    /** Whether whoever uses it speaks to somebody, so that it is shut while nobody is there. */
    public boolean isAnsweredAtOnce() {
        return by == By.PHONE || by == By.CHAT;
    }

    /** A voicemail is a call: what offers it outside its hours is never shut. */
    public boolean takesVoicemail() {
        return VOICEMAIL.equals(door.outside());
    }

    /** Whether it needs a number or an address to be reached at all. */
    public boolean needsReach() {
        return by == By.PHONE || by == By.EMAIL;
    }
}
