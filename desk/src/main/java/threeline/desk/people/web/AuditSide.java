package threeline.desk.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to the audit trail, for those who may read it. */
@Component
@Order(60)
class AuditSide implements Side.Besides {

    @Override
    public Side.Part part() {
        return Side.Part.ADMINISTRATION;
    }

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.SEE_AUDIT)
                ? List.of(new Side.Link("/audit", "Audit trail", "eye", "y", null))
                : List.of();
    }
}
