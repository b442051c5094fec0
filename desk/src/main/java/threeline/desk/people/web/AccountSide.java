package threeline.desk.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** First of all for who is off watch: their account, which says when their watch begins. Others have it in their menu. */
@Component
@Order(0)
class AccountSide implements Side.Besides {

    @Override
    public List<Side.Link> links() {
        return SignedIn.current().filter(it -> it.offWatch() != null).stream()
                .map(_ -> new Side.Link("/account", "Your account", "clock", "s", null))
                .toList();
    }
}
