package threeline.desk.people.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.people.Address;
import threeline.desk.people.Agent;
import threeline.desk.tenant.Tenant;

/** Lets agents in who know their password, and makes guessing slow: for one browser's place, for one name, for both. */
@Component
public class SignIn {

    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final InstantSource time;

    private record Guesser(UUID tenant, String name, String place) {}

    private final Patience withOne = new Patience(5, Duration.ofMinutes(15));
    private final Patience withPlace = new Patience(30, Duration.ofMinutes(15));
    private final Patience withName = new Patience(60, Duration.ofSeconds(30)); // short: its owner waits too

    SignIn(Credentials credentials, Passwords passwords, Sessions sessions, InstantSource time) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.time = time;
    }

    /** What became of an attempt. A wrong name and a wrong password are the same, in words and in work. */
    public sealed interface Outcome {

        record In(Secret session, Agent agent) implements Outcome {}

        record Wrong() implements Outcome {}

        record Later(Duration left) implements Outcome {}
    }

    /** Tries a name and a password, from a place on the network. */
    public Outcome with(String email, String password, String place) {
        var one = new Guesser(Tenant.current().id(), Address.of(email), place);
        var wait = left(one);
        if (wait.isPositive()) {
            return new Outcome.Later(wait);
        }
        count(one);
        var known = credentials.of(one.name());
        var right = passwords.matches(
                password, known.map(Credentials.Known::password).orElse(null));
        if (right.isEmpty()) {
            return new Outcome.Later(BUSY);
        }
        if (!right.get() || known.isEmpty()) {
            return new Outcome.Wrong();
        }
        forget(one);
        var agent = known.get().agent();
        return new Outcome.In(sessions.start(agent.id()), agent);
    }

    private Duration left(Guesser one) {
        var now = time.instant();
        return Stream.of(withOne.left(one, now), withPlace.left(place(one), now), withName.left(name(one), now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Counted before the password is looked at, so that many guesses at once are many. */
    private void count(Guesser one) {
        var now = time.instant();
        withOne.count(one, now);
        withPlace.count(place(one), now);
        withName.count(name(one), now);
    }

    private void forget(Guesser one) {
        withOne.forget(one);
        withName.forget(name(one));
    }

    private static Guesser place(Guesser one) {
        return new Guesser(one.tenant(), "", one.place());
    }

    private static Guesser name(Guesser one) {
        return new Guesser(one.tenant(), one.name(), "");
    }
}
