package threeline.desk.intake.email.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to how mail comes in and leaves. */
@Component
@Order(40)
class MailSide implements Side.Besides {

    @Override
    public Side.Part part() {
        return Side.Part.ADMINISTRATION;
    }

    @Override
    public List<Side.Link> links() {
        return SignedIn.may(Action.MANAGE_MAIL)
                ? List.of(new Side.Link("/mail", "Mail", "mail", "q", null))
                : List.of();
    }
}
