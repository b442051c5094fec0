package threeline.desk.intake.api;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.ticket.Author;
import threeline.desk.ticket.Entry;
import threeline.desk.ticket.Ticket;

/** Makes what programs see: tickets under their references, people by name. */
@Component
class Views {

    private final Charters charters;
    private final Requesters requesters;
    private final Agents agents;

    Views(Charters charters, Requesters requesters, Agents agents) {
        this.charters = charters;
        this.requesters = requesters;
        this.agents = agents;
    }

    String prefix() {
        return charters.current().charter().prefix();
    }

    TicketView brief(Ticket ticket) {
        return TicketView.of(ticket, prefix(), People.UNASKED);
    }

    List<TicketView> named(List<Ticket> tickets) {
        var people = people(
                tickets.stream().map(Ticket::requester).toList(),
                tickets.stream().map(Ticket::agent).filter(Objects::nonNull).toList());
        var prefix = prefix();
        return tickets.stream().map(it -> TicketView.of(it, prefix, people)).toList();
    }

    List<EntryView> entries(List<Entry> entries) {
        var people = people(
                authors(entries, it -> it instanceof Author.OfRequester(var id) ? Stream.of(id) : Stream.empty()),
                authors(entries, it -> it instanceof Author.OfAgent(var id) ? Stream.of(id) : Stream.empty()));
        return entries.stream().map(it -> EntryView.of(it, people)).toList();
    }

    private static <T> List<T> authors(List<Entry> entries, Function<Author, Stream<T>> ids) {
        return entries.stream().map(Entry::author).flatMap(ids).distinct().toList();
    }

    private People people(Collection<RequesterId> asked, Collection<AgentId> helped) {
        return new People(
                asked.isEmpty() ? java.util.Map.of() : requesters.all(asked),
                helped.isEmpty() ? java.util.Map.of() : agents.all(helped));
    }
}
