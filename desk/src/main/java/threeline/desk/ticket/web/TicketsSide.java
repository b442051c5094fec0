package threeline.desk.ticket.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.people.Agent;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The views of the desk and its other pages, for whoever is signed in. */
@Component
class TicketsSide implements Side.Teller {

    private final Counts counts;
    private final List<Side.Besides> besides;

    TicketsSide(Counts counts, List<Side.Besides> besides) {
        this.counts = counts;
        this.besides = besides;
    }

    @Override
    public Side tell() {
        return SignedIn.current().map(this::tell).orElse(new Side(List.of(), null));
    }

    private Side tell(Actor actor) {
        var agent = actor.agent();
        var sees = SignedIn.may(Action.SEE_TICKETS);
        var views = new Side.Group("Views", sees ? views(agent) : List.of());
        var groups = Stream.concat(
                        Stream.of(views), Stream.of(Side.Part.values()).map(this::group))
                .filter(group -> !group.links().isEmpty())
                .toList();
        return new Side(groups, new Side.Me(agent.name(), agent.email(), sees ? Overheard.told(agent.id()) : null));
    }

    private Side.Group group(Side.Part part) {
        var links = besides.stream()
                .filter(it -> it.part() == part)
                .flatMap(it -> it.links().stream())
                .toList();
        return new Side.Group(part.title(), links);
    }

    /** The counts alone, to be put in the place of those shown. */
    List<Side.Count> counts(Agent agent) {
        return Stream.concat(views(agent).stream(), besides.stream().flatMap(it -> it.links().stream()))
                .flatMap(link -> Stream.ofNullable(link.count()))
                .toList();
    }

    private List<Side.Link> views(Agent agent) {
        return counts.of(agent.id()).stream().map(TicketsSide::link).toList();
    }

    private static Side.Link link(Counts.Counted it) {
        var listing = it.place().listing();
        var alarming = listing.word().equals(Views.PAST_DUE.word());
        var count = it.count() == null
                ? null
                : new Side.Count(listing.word(), Counts.text(it.count()), alarming && it.count() > 0);
        return new Side.Link(
                listing.path(), listing.title(), it.place().icon(), it.place().key(), count);
    }
}
