package threeline.desk.webhook.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to the webhooks, for those who make them. */
@Component
@Order(55)
class HooksSide implements Side.Besides {

    @Override
    public Side.Part part() {
        return Side.Part.ADMINISTRATION;
    }

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.MANAGE_WEBHOOKS)
                ? List.of(new Side.Link("/webhooks", "Webhooks", "bolt", "e", null))
                : List.of();
    }
}
