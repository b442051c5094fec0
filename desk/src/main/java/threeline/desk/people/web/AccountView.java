package threeline.desk.people.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Agent;
import threeline.desk.people.access.Passkey;
import threeline.desk.people.access.Session;
import threeline.desk.people.provider.Binding;

/** What somebody's own account shows. */
public record AccountView(
        Agent agent,
        List<Session> sessions,
        Step second,
        List<Passkey> passkeys,
        List<OwnProvider> providers,
        Instant now,
        @Nullable Done done,
        @Nullable String refusal) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public AccountView {
        sessions = List.copyOf(sessions);
        passkeys = List.copyOf(passkeys);
        providers = List.copyOf(providers);
    }

    /** Whether a code is asked for, whether there is anything to be lost, and how many kept codes are left for that. */
    public record Step(boolean wanted, boolean any, int codesLeft) {

        public String left() {
            return switch (codesLeft) {
                case 0 -> "You have no codes for when it is lost.";
                case 1 -> "1 code is left for when it is lost.";
                default -> codesLeft + " codes are left for when it is lost.";
            };
        }
    }

    /** A provider by which one can come in, if bound to somebody there. */
    public record OwnProvider(
            long id, String name, @Nullable Binding binding) {}

    /** What has just been done here, by the word that stands in the address. */
    public enum Done {
        PASSWORD("Your password is changed, and you are signed out everywhere else."),
        CODES("From now on no code is asked for."),
        PASSKEY("Kept. From now on you can sign in with it, without a password."),
        PASSKEYS("That passkey lets nobody in any more. Remove it from your device, too."),
        BOUND("Bound. From now on you can sign in by it."),
        UNBOUND("You no longer come in by it."),
        SESSION("That session has ended."),
        SESSIONS("You are signed out everywhere else.");

        private final String words;

        Done(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static @Nullable Done of(String word) {
            return Arrays.stream(values())
                    .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElse(null);
        }
    }

    public static String when(Instant at) {
        return WHEN.format(at) + " UTC";
    }
}
