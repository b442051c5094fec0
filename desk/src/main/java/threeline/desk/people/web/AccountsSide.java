package threeline.desk.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to the accounts, for those who manage them. */
@Component
@Order(30)
class AccountsSide implements Side.Besides {

    @Override
    public Side.Part part() {
        return Side.Part.ADMINISTRATION;
    }

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.MANAGE_ACCOUNTS)
                ? List.of(new Side.Link("/accounts", "Accounts", "users", "k", null))
                : List.of();
    }
}
