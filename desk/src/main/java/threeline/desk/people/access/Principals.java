package threeline.desk.people.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import threeline.desk.mail.MailAddress;
import threeline.desk.people.OrganizationId;
import threeline.desk.tenant.Sight;

/** Whoever is signed in, of the desk's own people and of those who ask for help. */
@Component
public class Principals {

    private final Sessions sessions;
    private final PortalSessions portal;

    Principals(Sessions sessions, PortalSessions portal) {
        this.sessions = sessions;
        this.portal = portal;
    }

    /** Whose session it is, as they are known now; nobody's, if it has ended. */
    public Optional<Principal> find(byte[] session) {
        return sessions.find(session).<Principal>map(it -> it).or(() -> portal.find(session));
    }

    /** From now on this thread works for that one, and sees as far as they may. */
    public static void seeAs(Principal who) {
        switch (who) {
            case Actor actor -> {
                if (actor.agent().organization() instanceof OrganizationId organization) {
                    Sight.narrowTo(organization.value());
                }
            }
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
