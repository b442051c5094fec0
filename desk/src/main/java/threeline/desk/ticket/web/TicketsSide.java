package threeline.desk.ticket.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The views of the desk and its other pages, for whoever is signed in. */
@Component
class TicketsSide implements Side.Teller {

    private final Counts counts;

    TicketsSide(Counts counts) {
        this.counts = counts;
    }

    @Override
    public Side tell() {
        return SignedIn.current().map(Actor::agent).map(this::tell).orElse(new Side(List.of(), null));
    }

    private Side tell(Agent agent) {
        var views = new Side.Group("Views", views(agent));
        return new Side(List.of(views, new Side.Group("Desk", desk(agent))), new Side.Me(agent.name(), agent.email()));
    }

    private static List<Side.Link> desk(Agent agent) {
        var charter = new Side.Link("/charter", "Charter", "doc", "c", null);
        return agent.role() == Role.AGENT
                ? List.of(charter)
                : List.of(charter, new Side.Link("/quarantine", "Quarantine", "mail", "q", null));
    }

    /** The counts alone, to be put in the place of those shown. */
    List<Side.Count> counts(Agent agent) {
        return views(agent).stream()
                .flatMap(link -> java.util.stream.Stream.ofNullable(link.count()))
                .toList();
    }

    private List<Side.Link> views(Agent agent) {
        var known = counts.of(agent.id());
        return Arrays.stream(Views.values())
                .map(view -> new Side.Link(view.path(), view.title(), view.icon(), view.key(), count(view, known)))
                .toList();
    }

    private static Side.@Nullable Count count(Views view, Map<Views, Integer> known) {
        var count = known.get(view);
        return count == null
                ? null
                : new Side.Count(view.word(), Counts.text(count), view == Views.PAST_DUE && count > 0);
    }
}
