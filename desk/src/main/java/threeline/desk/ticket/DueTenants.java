package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.TENANTS_TO_WAKE;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The one question asked across the wall: which desks have a ticket to which something is due to happen. */
@Component
public class DueTenants {

    private final DSLContext db;
    private final InstantSource time;

    DueTenants(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** The ids of those desks; nothing else of them is to be had. */
    public List<UUID> now() {
        var before = time.instant().minus(1, ChronoUnit.MICROS); // acts at the very instant come first
        return db.selectFrom(TENANTS_TO_WAKE.call(before)).fetch(row -> row.getTenantsToWake());
    }
}
