package threeline.desk.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import threeline.desk.mail.outbox.StillTheirs;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Crew;
import threeline.desk.people.Crews;
import threeline.desk.people.access.Principals;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;

/**
 * What lies in the outbox for one of the desk's people leaves only if they may still have it: a relay may have been away for
 * days, and a watch, an account, or a place in the desk may have ended meanwhile.
 */
@Component
class StillToTell implements StillTheirs {

    private static final Pattern ABOUT = Pattern.compile("agent (\\d{1,18})(?: of (\\d{1,18}))?");
    private static final Answer NOW = new Answer.Now();

    private final Crews crews;
    private final Principals principals;
    private final TicketQueue tickets;

    StillToTell(Crews crews, Principals principals, TicketQueue tickets) {
        this.crews = crews;
        this.principals = principals;
        this.tickets = tickets;
    }

    /** What a mail to one of the desk's people is about; no ticket's conversation: such mails are never named in one to a requester. */
    static String about(Agent agent) {
        return "agent " + agent.id().value();
    }

    /** The same where it is of one ticket. */
    static String about(Agent agent, TicketNumber ticket) {
        return "%s of %s".formatted(about(agent), ticket);
    }

    @Override
    public Answer ask(String about, Instant now) {
        var matcher = ABOUT.matcher(about);
        if (!matcher.matches()) {
            return NOW;
        }
        var ticket = matcher.group(2);
        return crews.now()
                .find(new AgentId(Long.parseLong(matcher.group(1))))
                .map(it -> ticket == null || sees(it, new TicketNumber(Long.parseLong(ticket)))
                        ? onWatch(it)
                        : new Answer.Never("it is of a ticket that they see no more"))
                .orElseGet(() -> new Answer.Never("their access has ended"));
    }

    private boolean sees(Crew.Member member, TicketNumber number) {
        var ticket = tickets.all(List.of(number)).get(number);
        return ticket != null && member.sees(ticket.organization());
    }

    private Answer onWatch(Crew.Member member) {
        var off = principals.of(member.agent()).offWatch();
        if (off == null) {
            return NOW;
        }
        return off.beginsAt() == null
                ? new Answer.Never("they are off watch for good")
                : new Answer.Later(Objects.requireNonNull(off.beginsAt()), "they are off watch until then");
    }
}
