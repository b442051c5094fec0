package threeline.desk.people.web;

import java.util.List;
import threeline.testing.FilterAlone;

/** Who may do what, and that another desk's tickets are not there, by what our statements say alone. */
@FilterAlone
class MatrixFilterAloneTest extends RightsMatrixTest {

    @Override
    List<Owner> owners(Endpoint endpoint) {
        return endpoint.isAboutATicket() ? List.of(Owner.FOREIGN) : super.owners(endpoint);
    }
}
