package threeline.desk.ticket.web;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.people.AgentId;
import threeline.desk.people.access.SignedIn;
import threeline.desk.tenant.Sight;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.web.live.Earshot;

/** Whoever sees a part of the desk alone hears of the tickets of that part, of what they are told, and of nothing else. */
@Component
class Overheard implements Earshot {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final TicketQueue queue;

    Overheard(TicketQueue queue) {
        this.queue = queue;
    }

    @Override
    public Set<String> within(Set<String> names) {
        return Sight.isNarrow() ? seen(names) : names;
    }

    /** By what name pages hear that this agent was told something. */
    static String told(AgentId agent) {
        return "told-" + agent.value();
    }

    private Set<String> seen(Set<String> names) {
        var numbers = names.stream()
                .filter(NUMBER.asMatchPredicate())
                .map(it -> new TicketNumber(Long.parseLong(it)))
                .toList();
        var theirs = SignedIn.current().map(it -> told(it.agent().id())).filter(names::contains);
        return Stream.concat(queue.all(numbers).keySet().stream().map(TicketNumber::toString), theirs.stream())
                .collect(Collectors.toSet());
    }
}
