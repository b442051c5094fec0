package threeline.desk.people.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.mail.MailAddress;
import threeline.desk.people.Agent;
import threeline.desk.people.OrganizationId;
import threeline.desk.tenant.Sight;

/** Whoever is signed in, of the desk's own people and of those who ask for help. */
@Component
public class Principals {

    private final Sessions sessions;
    private final PortalSessions portal;
    private final Watchkeeper watchkeeper;

    Principals(Sessions sessions, PortalSessions portal, Watchkeeper watchkeeper) {
        this.sessions = sessions;
        this.portal = portal;
        this.watchkeeper = watchkeeper;
    }

    /** Whose session it is, as they are known now; nobody's, if it has ended. */
    public Optional<Principal> find(byte[] session) {
        return sessions.find(session).<Principal>map(watchkeeper::look).or(() -> portal.find(session));
    }

    /** One of the desk's people who comes by another way than a session, such as by mail, as rights take them now. */
    public Actor of(Agent agent) {
        return watchkeeper.look(Actor.inPerson(agent));
    }

    /** From now on this thread works for that one, and sees as far as they may. */
    public static void seeAs(Principal who) {
        switch (who) {
            case Actor actor -> {
                if (actor.lacksStep() || actor.offWatch() != null) {
                    Sight.narrowToNothing();
                } else if (actor.agent().organization() instanceof OrganizationId organization) {
                    Sight.narrowTo(organization.value());
                }
            }
            case Writer _ -> Sight.narrowToNothing();
            case Asker asker -> {
                var requester = asker.requester();
                var speaksFor = asker.kind() == Kind.SUPER_USER ? requester.organization() : null;
                Sight.narrowToRequester(
                        requester.id().value(),
                        requester.email() == null ? null : MailAddress.normal(requester.email()),
                        speaksFor == null ? null : speaksFor.id().value());
            }
        }
    }
}
