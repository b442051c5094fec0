package threeline.desk.people.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.Role;

/** How far a right goes, where the table says that it does not go to all. No page asks for another's own, so it is asked here. */
class RightsTest {

    static final OrganizationId ACME = new OrganizationId(1);
    static final OrganizationId OTHER = new OrganizationId(2);

    @ParameterizedTest
    @EnumSource(Role.class)
    void what_is_ones_own_is_nobody_elses(Role role) {
        var ada = agent(7, role, null);
        assertThat(Rights.may(ada, Action.SEE_OWN_ACCOUNT, ada.own())).isTrue();
        assertThat(Rights.may(ada, Action.SEE_OWN_ACCOUNT, agent(8, role, null).own()))
                .isFalse();
        assertThat(Rights.may(ada, Action.SEE_OWN_ACCOUNT, new Rights.Thing.OfDesk()))
                .isFalse();
    }

    @Test
    void what_is_of_ones_organization_is_of_no_other() {
        var oz = agent(7, Role.AGENT, ACME);
        assertThat(Rights.may(oz, Action.SEE_CONTRACTS, new Rights.Thing.OfOrganization(ACME)))
                .isTrue();
        assertThat(Rights.may(oz, Action.SEE_CONTRACTS, new Rights.Thing.OfOrganization(OTHER)))
                .isFalse();
        assertThat(Rights.may(oz, Action.SEE_CONTRACTS, new Rights.Thing.OfDesk()))
                .isFalse();
    }

    static Actor agent(long id, Role role, @Nullable OrganizationId organization) {
        return Actor.inPerson(new Agent(new AgentId(id), "Ada", "ada@desk.example", role, organization));
    }
}
