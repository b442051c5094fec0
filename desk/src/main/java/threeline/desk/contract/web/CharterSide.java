package threeline.desk.contract.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to the charter. */
@Component
@Order(2)
class CharterSide implements Side.Besides {

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.SEE_CHARTER)
                ? List.of(new Side.Link("/charter", "Charter", "doc", "c", null))
                : List.of();
    }
}
