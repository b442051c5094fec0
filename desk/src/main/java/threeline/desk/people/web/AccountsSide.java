package threeline.desk.people.web;

import java.util.List;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** Shows the way to the accounts, to those who manage them. */
@Component
class AccountsSide implements Side.Besides {

    @Override
    public List<Side.Link> links() {
        return SignedIn.current()
                .filter(actor -> Rights.may(actor, Action.MANAGE_ACCOUNTS, new Rights.Thing.OfDesk()))
                .map(_ -> List.of(new Side.Link("/accounts", "Accounts", "users", "o", null)))
                .orElse(List.of());
    }
}
