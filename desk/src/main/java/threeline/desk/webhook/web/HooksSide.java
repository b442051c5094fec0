package threeline.desk.webhook.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to the webhooks. */
@Component
@Order(60)
class HooksSide implements Side.Besides {

    @Override
    public List<Side.Link> links() {
        return SignedIn.current()
                .filter(actor -> Rights.may(actor, Action.MANAGE_WEBHOOKS, new Rights.Thing.OfDesk()))
                .map(_ -> List.of(new Side.Link("/webhooks", "Webhooks", "bolt", "b", null)))
                .orElse(List.of());
    }
}
