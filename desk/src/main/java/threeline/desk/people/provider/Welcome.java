package threeline.desk.people.provider;

import org.springframework.stereotype.Component;
import threeline.desk.audit.Line;
import threeline.desk.audit.Trail;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.access.Elsewhere;
import threeline.desk.people.access.Origin;
import threeline.desk.people.access.Secret;
import threeline.desk.people.access.Sessions;
import threeline.desk.people.access.SignIn;

/** What is done with whoever was found to be somebody. */
@Component
class Welcome {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Elsewhere elsewhere;
    private final Trail trail;

    Welcome(SignIn signIn, Sessions sessions, Elsewhere elsewhere, Trail trail) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.elsewhere = elsewhere;
        this.trail = trail;
    }

    boolean isHere(Secret browser, AgentId agent) {
        return sessions.find(browser)
                .filter(it -> it.agent().id().equals(agent))
                .isPresent();
    }

    SignIn.Outcome in(Agent agent, Provider provider, ProviderDoor.Said said, Origin origin) {
        var claims = said.claims();
        var outcome = signIn.byProvider(agent, provider.vouchesFor(claims), origin);
        var there = new Elsewhere.There(provider.id(), claims.issuer(), claims.subject(), claims.sid(), said.token());
        switch (outcome) {
            case SignIn.Outcome.In(var session, var _) -> elsewhere.note(session, there);
            case SignIn.Outcome.Half(var waiting) -> elsewhere.note(waiting, there);
            case SignIn.Outcome.Wrong _, SignIn.Outcome.Later _ -> {} // a provider's word is neither
        }
        return outcome;
    }

    void note(Agent agent, String what, Origin origin) {
        var who = "%s <%s> from %s".formatted(agent.name(), agent.email(), origin.place());
        trail.add(new Line(Line.What.DONE, "agent " + agent.id().value(), what, who));
    }
}
