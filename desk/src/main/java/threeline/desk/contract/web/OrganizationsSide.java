package threeline.desk.contract.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.Organizations;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.SignedIn;
import threeline.desk.web.Side;

/** The way to the organizations; who belongs to one goes to theirs. */
@Component
@Order(10)
class OrganizationsSide implements Side.Besides {

    private final Organizations organizations;

    OrganizationsSide(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Side.Link> links() {
        return SignedIn.current().stream()
                .filter(OrganizationsSide::maySee)
                .flatMap(actor -> links(actor.agent().organization()))
                .toList();
    }

    private static boolean maySee(Actor actor) {
        var own = actor.agent().organization();
        return Rights.may(
                actor,
                Action.SEE_PEOPLE,
                own == null ? new Rights.Thing.OfDesk() : new Rights.Thing.OfOrganization(own));
    }

    private Stream<Side.Link> links(@Nullable OrganizationId own) {
        return Stream.of(
                own == null
                        ? new Side.Link("/organizations", "Organizations", "building", "o", null)
                        : new Side.Link(
                                "/organizations/" + organizations.key(own), "My organization", "building", "o", null));
    }
}
