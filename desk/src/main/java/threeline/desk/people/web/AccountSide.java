package threeline.desk.people.web;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/**
 * First of all what is left to who may nothing else now: off watch their account, which says when their watch begins; by
 * one step where the second is set up. Others have both in their menu.
 */
@Component
@Order(0)
class AccountSide implements Side.Besides {

    @Override
    public List<Side.Link> links() {
        return SignedIn.current().flatMap(AccountSide::left).stream().toList();
    }

    private static Optional<Side.Link> left(Actor who) {
        if (who.lacksStep()) {
            return Optional.of(new Side.Link(Paths.SECOND_STEP, "Second step", "lock", "s", null));
        }
        return who.offWatch() == null
                ? Optional.empty()
                : Optional.of(new Side.Link("/account", "Your account", "clock", "s", null));
    }
}
