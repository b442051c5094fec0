package threeline.desk.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to what programs show to come in. */
@Component
@Order(50)
class TokensSide implements Side.Besides {

    @Override
    public Side.Part part() {
        return Side.Part.ADMINISTRATION;
    }

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.MANAGE_TOKENS)
                ? List.of(new Side.Link("/tokens", "API tokens", "lock", "t", null))
                : List.of();
    }
}
