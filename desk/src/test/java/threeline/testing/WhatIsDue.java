package threeline.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.DueTenants;
import threeline.desk.ticket.TicketDesk;

/** Has come about what is due by now, whoever sees to it: the test, or the desk's own sweep beside it. */
public final class WhatIsDue {

    private static final int AT_ONCE = 100;

    private final DueTenants due;
    private final TicketDesk desk;

    WhatIsDue(DueTenants due, TicketDesk desk) {
        this.due = due;
        this.desk = desk;
    }

    /** Returns when nothing more is due at this desk. */
    public void happensAt(Tenant tenant) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    while (tenant.call(() -> desk.wake(AT_ONCE)) > 0) {
                        // there may be more
                    }
                    return !due.now().contains(tenant.id());
                });
    }
}
