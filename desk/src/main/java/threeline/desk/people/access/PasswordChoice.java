package threeline.desk.people.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.people.Agent;

/** Which passwords will do: long enough, not tried first by everybody who guesses, and neither one's own name
 * nor the desk's words. No other rule. */
@Component
public class PasswordChoice {

    private final CommonPasswords common;
    private final DeskWords words;

    PasswordChoice(CommonPasswords common, DeskWords words) {
        this.common = common;
        this.words = words;
    }

    /** What is wrong with a password that somebody chose, and what to do about it. */
    public Optional<String> refusal(String password, Agent agent) {
        if (password.length() < Passwords.SHORTEST) {
            return Optional.of("That is short: a password has %d characters or more. A few words are easy to keep."
                    .formatted(Passwords.SHORTEST));
        }
        if (password.length() > Passwords.LONGEST) {
            return Optional.of("That is too long: a password has %d characters at most.".formatted(Passwords.LONGEST));
        }
        if (isOwnName(password, agent)) {
            return Optional.of("That is your name or address, which others know. Choose something else.");
        }
        if (words.make(password)) {
            return Optional.of("That is made of the desk's own words, which others know: its name, an address,"
                    + " an organization. Choose something else.");
        }
        if (common.contain(password)) {
            return Optional.of("That is one of the passwords that are tried first, since many people have had it."
                    + " Choose another; a few words are easy to keep.");
        }
        return Optional.empty();
    }

    private static boolean isOwnName(String password, Agent agent) {
        var chosen = letters(password);
        return Stream.of(agent.email(), agent.email().replaceFirst("@.*", ""), agent.name())
                .map(PasswordChoice::letters)
                .anyMatch(own -> !own.isEmpty() && chosen.equals(own));
    }

    static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
