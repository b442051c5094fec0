package threeline.desk.timekeeping;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import threeline.desk.tenant.Tenants;
import threeline.desk.ticket.DueTenants;
import threeline.desk.ticket.TicketDesk;

/** Wakes tickets to which something is due to happen by itself. The rows are the schedule; any number of nodes may ask. */
@Component
class ClockSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSweep.class);
    private static final int AT_ONCE = 100;

    private final DueTenants due;
    private final Tenants tenants;
    private final TicketDesk desk;

    ClockSweep(DueTenants due, Tenants tenants, TicketDesk desk) {
        this.due = due;
        this.tenants = tenants;
        this.desk = desk;
    }

    @Scheduled(fixedDelayString = "${threeline.sweep.every:PT0.25S}")
    void go() {
        for (var tenant : due.now()) {
            wake(tenant);
        }
    }

    /** One desk's trouble keeps no other desk waiting. */
    private void wake(UUID tenant) {
        try {
            tenants.get(tenant).run(() -> {
                while (desk.wake(AT_ONCE) == AT_ONCE) {
                    LOG.debug("more is due at once than one sweep takes");
                }
            });
        } catch (RuntimeException failed) {
            LOG.error("what is due could not happen, and will be tried again", failed);
        }
    }
}
