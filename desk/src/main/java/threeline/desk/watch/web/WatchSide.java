package threeline.desk.watch.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to the watch. */
@Component
@Order(1)
class WatchSide implements Side.Besides {

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.SEE_TICKETS)
                ? List.of(new Side.Link("/watch", "Watch", "handover", "w", null))
                : List.of();
    }
}
