package threeline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import threeline.desk.people.AgentId;
import threeline.desk.people.NewAgent;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Role;

/** A desk by procurement's charter on Monday 23 November 2026 at nine, where Nadia runs things and Ann asks. */
public abstract class ProcurementDesk extends RunningDesk {

    protected String charter;
    protected AgentId nadia;
    protected RequesterId ann;

    @BeforeEach
    void procurement_on_a_monday_at_nine() throws IOException {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
        charter = Files.readString(Path.of("../charters/procurement.yaml"));
        tenant = tenants.add("p-" + UUID.randomUUID().toString().substring(0, 8), "Procurement");
        tenant.run(() -> {
            charters.putInForce(charter, "test", "first");
            nadia = agents.add(new NewAgent(
                            "Nadia", "nadia@procurement.example", Role.MANAGER, Set.of("user-support"), null))
                    .id();
            ann = requesters.recognise("ann@acme.example", "Ann Archer").id();
        });
    }

    protected <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }
}
