package threeline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import threeline.testing.FilterAlone;

/** Were the policies gone, our statements would still keep two desks apart. */
@FilterAlone
class FilterAloneTest extends TwoDesks {

    @Test
    void the_policies_are_gone() throws SQLException {
        assertThat(asked(other.id(), "select count(*) > 0 from ticket.ticket where tenant = '%s'".formatted(one.id())))
                .isEqualTo("t");
    }
}
