package threeline.desk.ticket;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import threeline.desk.tenant.Tenants;

/** Has files looked at that are due for it. */
@Component
class InspectionRound {

    private static final Logger LOG = LoggerFactory.getLogger(InspectionRound.class);

    private final Scanner scanner;
    private final Inspections inspections;
    private final Contents contents;
    private final Tenants tenants;

    InspectionRound(Scanner scanner, Inspections inspections, Contents contents, Tenants tenants) {
        this.scanner = scanner;
        this.inspections = inspections;
        this.contents = contents;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelayString = "${threeline.files.every:PT1S}")
    void go() {
        if (scanner.isThere()) {
            inspections.tenantsWithDue().forEach(it -> tenants.get(it).run(this::serve));
        }
    }

    private void serve() {
        inspections.due().forEach(this::look);
    }

    /** Outside of any transaction, since a scanner takes its time. */
    private void look(byte[] sha256) {
        try {
            inspections.done(sha256, scanner.finds(contents.get(sha256)));
        } catch (IOException | RuntimeException failed) {
            LOG.warn("a file stays held, since it could not be looked at: {}", failed.getMessage());
            inspections.failed(sha256, String.valueOf(failed.getMessage()));
        }
    }
}
