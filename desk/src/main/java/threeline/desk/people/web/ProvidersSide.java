package threeline.desk.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to the providers, for those who choose them. */
@Component
@Order(52)
class ProvidersSide implements Side.Besides {

    @Override
    public Side.Part part() {
        return Side.Part.ADMINISTRATION;
    }

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.MANAGE_PROVIDERS)
                ? List.of(new Side.Link("/providers", "Providers", "globe", "i", null))
                : List.of();
    }
}
