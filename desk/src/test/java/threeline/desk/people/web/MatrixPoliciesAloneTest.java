package threeline.desk.people.web;

import java.util.List;
import threeline.testing.PoliciesAlone;

/** Who may do what, and that another desk's tickets are not there, by the database's policies alone. */
@PoliciesAlone
class MatrixPoliciesAloneTest extends RightsMatrixTest {

    @Override
    List<Owner> owners(Endpoint endpoint) {
        return endpoint.isAboutATicket() ? List.of(Owner.FOREIGN) : super.owners(endpoint);
    }
}
