package threeline.desk.people.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.PasswordHash;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** What becomes of an agent's account: invited, given a password, lost and found again, ended and given back. */
@Component
@Transactional
public class Accounts {

    private static final int RESETS = 3;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Agents agents;
    private final Links links;
    private final Credentials credentials;
    private final Sessions sessions;
    private final SecondStep second;
    private final Passkeys passkeys;
    private final AccountMail mail;
    private final InstantSource time;

    Accounts(
            Agents agents,
            Links links,
            Credentials credentials,
            Sessions sessions,
            SecondStep second,
            Passkeys passkeys,
            AccountMail mail,
            InstantSource time) {
        this.agents = agents;
        this.links = links;
        this.credentials = credentials;
        this.sessions = sessions;
        this.second = second;
        this.passkeys = passkeys;
        this.mail = mail;
        this.time = time;
    }

    /** A link that was made: whether it went by mail, and else its path, to be handed over by whoever made it. */
    public record Handed(Agent agent, boolean mailed, String path) {}

    /** Everybody who may come in, or might, by name; and those who no longer may. */
    public List<Account> all() {
        var secondSteps = new HashSet<>(second.wanted());
        secondSteps.addAll(passkeys.owners());
        return credentials.all(links.invited(), secondSteps, sessions.count());
    }

    /** Somebody new, who chooses a password by the link that they are sent. */
    public Handed invite(NewAgent it) {
        if (credentials.isTaken(it.email())) {
            throw new ProblemException(new Problem.Conflict("Somebody has that address at this desk already."));
        }
        return hand(agents.add(it), Purpose.INVITATION);
    }

    /** A new link for somebody who is here already; for one without a password it is an invitation. */
    public Handed linkFor(AgentId id) {
        var known = credentials.of(get(id).email()).orElseThrow(Accounts::hasNoAccess);
        return hand(known.agent(), known.password() == null ? Purpose.INVITATION : Purpose.RESET);
    }

    /** A link to whoever has this address and a password, and so many an hour at most. Says nothing to whoever asks. */
    void forgotten(String email) {
        credentials
                .of(email)
                .filter(it -> it.password() != null)
                .map(Credentials.Known::agent)
                .filter(it ->
                        links.madeSince(it.id(), Purpose.RESET, time.instant().minus(AN_HOUR)) < RESETS)
                .ifPresent(it -> mail.send(it, Purpose.RESET, path(Purpose.RESET, links.make(it.id(), Purpose.RESET))));
    }

    /** Whom a link lets choose a password. */
    public Optional<Agent> holder(Secret link, Purpose purpose) {
        return links.find(link, purpose);
    }

    /** Uses a link up, and puts the password: whoever was signed in so far is no longer. False if it opens nothing now. */
    boolean put(Secret link, Purpose purpose, Agent agent, PasswordHash password) {
        if (!links.use(link, purpose)) {
            return false;
        }
        put(agent, password);
        sessions.endAll(agent.id());
        return true;
    }

    /** Puts somebody's own new password; whoever else is signed in as them is no longer. */
    void put(Agent agent, PasswordHash password, Secret here) {
        put(agent, password);
        sessions.endOthers(agent.id(), here);
    }

    private void put(Agent agent, PasswordHash password) {
        credentials.put(agent.id(), password);
        links.end(agent.id(), Purpose.INVITATION);
        links.end(agent.id(), Purpose.RESET);
        mail.passwordSet(agent);
    }

    /** An invitation that was taken up without choosing a password. */
    public void welcome(AgentId id) {
        links.end(id, Purpose.INVITATION);
    }

    /** Takes somebody's access away, all at once. Nobody does that to themselves, so a desk keeps an administrator. */
    public void end(AgentId id, AgentId by) {
        if (id.equals(by)) {
            throw new ProblemException(new Problem.Conflict("Your own access is for another administrator to end."));
        }
        agents.disable(id);
        links.end(id, Purpose.INVITATION);
        links.end(id, Purpose.RESET);
    }

    /** For who lost their authenticator, all codes and their device: the password alone lets them in, and they are told so. */
    public void endSecondStep(AgentId id, AgentId by) {
        if (id.equals(by)) {
            throw new ProblemException(
                    new Problem.Conflict("Your own second step ends on your account, by your password."));
        }
        endSecondStep(get(id));
    }

    /** The same for whom no administrator is left to help: by whoever runs the program. */
    public void endSecondStep(Agent agent) {
        second.remove(agent.id());
        second.removeCodes(agent.id());
        passkeys.removeAll(agent.id());
        sessions.byOneStep(agent.id());
        mail.secondStepEnded(agent);
    }

    /** Gives back what was taken; the password is still theirs. */
    public void restore(AgentId id) {
        credentials.restore(get(id).id());
    }

    private Agent get(AgentId id) {
        return agents.known(id)
                .orElseThrow(
                        () -> new ProblemException(new Problem.NotFound("There is no such account at this desk.")));
    }

    private Handed hand(Agent agent, Purpose purpose) {
        var path = path(purpose, links.make(agent.id(), purpose));
        return new Handed(agent, mail.send(agent, purpose, path), path);
    }

    private static String path(Purpose purpose, Secret link) {
        return "/%s/%s".formatted(purpose.word(), link.text());
    }

    private static ProblemException hasNoAccess() {
        return new ProblemException(new Problem.Conflict("Their access has ended. Give it back first."));
    }
}
