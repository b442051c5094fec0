package threeline.desk.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to those who help. */
@Component
@Order(20)
class PeopleSide implements Side.Besides {

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.SEE_PEOPLE)
                ? List.of(new Side.Link("/agents", "Agents", "user", "d", null))
                : List.of();
    }
}
