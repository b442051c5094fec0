package threeline.desk.people.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.tenant.Tenant;

/** Lets people choose a password: by a link that they were sent, or knowing the one they have. */
@Component
public class NewPassword {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final PasswordChoice choice;
    private final Sessions sessions;
    private final InstantSource time;

    private record Guesser(Tenant tenant, AgentId agent, String place) {}

    private final Patience patience = new Patience(5, Duration.ofMinutes(15));
    private final Patience withPlace = new Patience(10, Duration.ofMinutes(15));

    NewPassword(
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            PasswordChoice choice,
            Sessions sessions,
            InstantSource time) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.choice = choice;
        this.sessions = sessions;
        this.time = time;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Put() implements Outcome {}

        /** It will not do, and why. */
        record Refused(String why) implements Outcome {}

        /** The link has run out, was used, or was none. */
        record Gone() implements Outcome {}
    }

    /**
     * A link to whoever has this address is on its way, if somebody has it. That is found out after the answer, which so
     * takes as long and says the same for everybody. What is left to wait, for a place that asks for too many.
     */
    public Duration forgotten(String email, Origin origin) {
        var place = new Guesser(Tenant.current(), new AgentId(0), origin.place());
        var now = time.instant();
        var wait = withPlace.left(place, now);
        if (!wait.isPositive()) {
            withPlace.count(place, now);
            var tenant = Tenant.current();
            Thread.ofVirtual().name("reset").start(() -> tenant.run(() -> accounts.forgotten(email)));
        }
        return wait;
    }

    /** By a link. A password that will not do leaves the link as it is. */
    public Outcome by(Secret link, Purpose purpose, String password) {
        var holder = accounts.holder(link, purpose);
        if (holder.isEmpty()) {
            return new Outcome.Gone();
        }
        var refusal = choice.refusal(password, holder.get());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        return accounts.put(link, purpose, holder.get(), passwords.hash(password))
                ? new Outcome.Put()
                : new Outcome.Gone();
    }

    /** By the one that they have; the session that asks goes on, and all others end. */
    public Outcome instead(Agent agent, String current, String password, Secret here) {
        var known = knows(agent, current);
        if (known.isPresent()) {
            return new Outcome.Refused(known.get());
        }
        var refusal = choice.refusal(password, agent);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        accounts.put(agent, passwords.hash(password), here);
        return new Outcome.Put();
    }

    /** The same for a first second step; who has no password was let in elsewhere, and just now. */
    public Optional<String> isSure(Agent agent, String current, Secret here) {
        if (hasPassword(agent)) {
            return knows(agent, current);
        }
        return sessions.isFresh(here)
                ? Optional.empty()
                : Optional.of("You have been here for a while. Sign out, sign in again, and go on here at once.");
    }

    public boolean hasPassword(Agent agent) {
        return credentials.of(agent.email()).filter(it -> it.password() != null).isPresent();
    }

    /** Empty if they know their password; else what to tell them. Who keeps guessing waits, as at the door. */
    public Optional<String> knows(Agent agent, String current) {
        var guesser = new Guesser(Tenant.current(), agent.id(), "");
        var now = time.instant();
        if (patience.left(guesser, now).isPositive()) {
            return Optional.of("Too many tries. Wait a little, and try again.");
        }
        patience.count(guesser, now);
        var kept =
                credentials.of(agent.email()).map(Credentials.Known::password).orElse(null);
        if (!passwords.matches(current, kept).orElse(false)) {
            return Optional.of("That is not your password as it is now.");
        }
        patience.forget(guesser);
        return Optional.empty();
    }
}
