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
    private final SecondStep second;
    private final Elsewhere elsewhere;
    private final InstantSource time;

    private record Guesser(UUID tenant, String name, String place) {}

    private final Patience withOne = new Patience(5, Duration.ofMinutes(15));
    private final Patience withPlace = new Patience(30, Duration.ofMinutes(15));
    private final Patience withCode = new Patience(5, Duration.ofMinutes(15));
    private final Patience withName = new Patience(60, Duration.ofSeconds(30)); // short: its owner waits too

    SignIn(
            Credentials credentials,
            Passwords passwords,
            Sessions sessions,
            SecondStep second,
            Elsewhere elsewhere,
            InstantSource time) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.second = second;
        this.elsewhere = elsewhere;
        this.time = time;
    }

    /** What became of an attempt. A wrong name and a wrong password are the same, in words and in work. */
    public sealed interface Outcome {

        record In(Secret session, Agent agent) implements Outcome {}

        /** The password is right, and a second step is asked for: the secret lets in nowhere before that. */
        record Half(Secret waiting) implements Outcome {}

        record Wrong() implements Outcome {}

        record Later(Duration left) implements Outcome {}
    }

    /** Tries a name and a password, from somewhere on the network. */
    public Outcome with(String email, String password, Origin origin) {
        var one = new Guesser(Tenant.current().id(), Address.of(email), origin.place());
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
        return in(known.get().agent(), origin);
    }

    private Outcome in(Agent agent, Origin origin) {
        return second.isWanted(agent.id())
                ? new Outcome.Half(sessions.start(agent.id(), origin, Sessions.Steps.WAITS))
                : new Outcome.In(sessions.start(agent.id(), origin, Sessions.Steps.ONE), agent);
    }

    /** Tries a code, after the password. Whoever knows that and not the code waits longer each time; nobody else does. */
    public Outcome second(Secret waiting, String code, Origin origin) {
        var known = sessions.waiting(waiting);
        return known.isEmpty() ? new Outcome.Wrong() : second(known.get(), waiting, code, origin);
    }

    /** The same in a session that began by a password alone, where more is demanded: a kept code, for who lost a passkey. */
    public Outcome second(Agent agent, Secret before, String code, Origin origin) {
        var guesser = new Guesser(Tenant.current().id(), agent.email(), "");
        var now = time.instant();
        var wait = withCode.left(guesser, now);
        if (wait.isPositive()) {
            return new Outcome.Later(wait);
        }
        withCode.count(guesser, now);
        if (!second.passes(agent.id(), code)) {
            return new Outcome.Wrong();
        }
        withCode.forget(guesser);
        var in = byBothSteps(agent, origin);
        elsewhere.goesOn(before, in.session());
        sessions.end(before);
        return in;
    }

    /** By a key in their device, which has made sure who is there: that is both steps at once. */
    public Secret byPasskey(Agent agent, Origin origin) {
        return byBothSteps(agent, origin).session();
    }

    /** By what a provider says of them; the second step is asked for all the same, unless the provider vouches for one. */
    public Outcome byProvider(Agent agent, boolean vouched, Origin origin) {
        return vouched ? byBothSteps(agent, origin) : in(agent, origin);
    }

    private Outcome.In byBothSteps(Agent agent, Origin origin) {
        return new Outcome.In(sessions.start(agent.id(), origin, Sessions.Steps.BOTH), agent);
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
