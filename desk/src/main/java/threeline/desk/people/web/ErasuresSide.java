package threeline.desk.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to erasing people, for those who may. */
@Component
@Order(61)
class ErasuresSide implements Side.Besides {

    @Override
    public Side.Part part() {
        return Side.Part.ADMINISTRATION;
    }

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.ERASE_PEOPLE)
                ? List.of(new Side.Link("/erasures", "Erasure", "cross", "z", null))
                : List.of();
    }
}
