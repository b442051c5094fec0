package threeline.desk.people.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import threeline.desk.people.Requester;
import threeline.desk.people.Requesters;
import threeline.desk.tenant.Sight;
import threeline.desk.tenant.Tenant;

/** Lets requesters in, who have no password: whoever reads the mail of an address comes in as the one who has it. */
@Component
public class PortalDoor {

    private static final int LINKS = 4;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** Pages that a link may lead on to; it goes into a mail to somebody who may not have asked for it. */
    private static final Pattern ONWARD = Pattern.compile("/portal(/ask|/requests(/[1-9][0-9]{0,17})?)?");

    private final Requesters requesters;
    private final PortalLinks links;
    private final PortalSessions sessions;
    private final PortalMail mail;
    private final InstantSource time;

    private record Guesser(Tenant tenant, String place) {}

    private final Patience withPlace = new Patience(10, Duration.ofMinutes(15));

    PortalDoor(Requesters requesters, PortalLinks links, PortalSessions sessions, PortalMail mail, InstantSource time) {
        this.requesters = requesters;
        this.links = links;
        this.sessions = sessions;
        this.mail = mail;
        this.time = time;
    }

    /** Somebody who wants to come in, in which language, and where to. */
    public record Wish(String email, String language, String onward) {

        public Wish {
            onward = onwardOf(onward);
        }
    }

    /** Where somebody may be led who has come in; the portal's first page where it is nowhere of its own. */
    public static String onwardOf(String wanted) {
        return ONWARD.matcher(wanted).matches() ? wanted : "/portal";
    }

    /**
     * A link to whoever has this address is on its way, if we know somebody who has. That is found out after the answer,
     * which so takes as long and says the same for everybody. What is left to wait, for a place that asks for too many.
     */
    public Duration asked(Wish wish, Origin origin) {
        var tenant = Tenant.current();
        var guesser = new Guesser(tenant, origin.place());
        var now = time.instant();
        var wait = withPlace.left(guesser, now);
        if (!wait.isPositive()) {
            withPlace.count(guesser, now);
            Thread.ofVirtual().name("portal-link").start(() -> tenant.run(() -> send(wish)));
        }
        return wait;
    }

    private void send(Wish wish) {
        requesters
                .find(wish.email())
                .filter(it -> links.madeSince(it.id(), time.instant().minus(AN_HOUR)) < LINKS)
                .ifPresent(it -> mail.send(it, wish, links.make(it.id())));
    }

    /** Whom a link would let in. Asking uses nothing up: mail programs open links too. */
    public Optional<Requester> holder(Secret link) {
        return Sight.whole(() -> links.find(link).map(requesters::get)); // whoever is in already may come in as another
    }

    /** Uses a link up and begins a session. */
    public Optional<Secret> in(Secret link, Origin origin) {
        return Sight.whole(() -> links.use(link).map(it -> sessions.start(it, origin)));
    }
}
