package threeline.desk.notification.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.notification.Words;
import threeline.desk.people.AgentId;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to what one was told, with how much of it is unread. */
@Component
@Order(5)
class ToldSide implements Side.Besides {

    private static final int MOST = 100;

    private final Words words;

    ToldSide(Words words) {
        this.words = words;
    }

    @Override
    public List<Side.Link> links() {
        return SignedIn.current()
                .filter(_ -> SignedIn.may(Action.SEE_TICKETS))
                .map(actor -> List.of(new Side.Link(
                        "/told", "Told", "info", "n", count(actor.agent().id()))))
                .orElse(List.of());
    }

    private Side.Count count(AgentId agent) {
        var unread = words.unread(agent, MOST);
        return new Side.Count("told", unread >= MOST ? MOST - 1 + "+" : Integer.toString(unread), false);
    }
}
