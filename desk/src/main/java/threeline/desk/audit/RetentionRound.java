package threeline.desk.audit;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.desk.tenant.WrongSetting;

/** Keeps the trails of all desks for as long as the operator says, which is for good where nothing is said. */
@Component
class RetentionRound {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionRound.class);

    /** In days. */
    private static final int SHORTEST = 90;

    private final Retention retention;
    private final Tenants tenants;
    private final InstantSource time;
    private final @Nullable Period keep;

    /** @throws WrongSetting where it is no period, or one that is too short */
    RetentionRound(
            Retention retention, Tenants tenants, InstantSource time, @Value("${threeline.audit.keep:}") String keep) {
        this.retention = retention;
        this.tenants = tenants;
        this.time = time;
        this.keep = keep.isBlank() ? null : parse(keep.strip());
    }

    static Period parse(String given) {
        try {
            var period = Period.parse(given);
            if (!period.isNegative() && period.toTotalMonths() * 28 + period.getDays() >= SHORTEST) {
                return period;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new WrongSetting("threeline.audit.keep", given, "give a period of 90 days at least, like P2Y or P400D");
    }

    @Scheduled(fixedDelayString = "${threeline.audit.retention.every:PT1H}")
    void go() {
        if (keep != null) {
            tenants.all().forEach(it -> runOut(it, keep));
        }
    }

    /** One desk's trouble keeps no other desk waiting. */
    private void runOut(Tenant tenant, Period older) {
        var before = time.instant().atOffset(ZoneOffset.UTC).minus(older).toInstant();
        try {
            tenant.run(() -> {
                while (retention.runOut(before)) {
                    LOG.debug("more has run out than is taken at once");
                }
            });
        } catch (DataAccessException | TransactionException later) {
            LOG.warn("old lines of the audit trail can't run out just now, and will: {}", later.getMessage());
        }
    }
}
