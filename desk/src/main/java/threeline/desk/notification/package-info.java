/** Whom to tell what, and in which words. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenant",
            "web",
            "web :: live",
            "mail",
            "mail :: outbox",
            "people",
            "people :: access",
            "contract",
            "ticket",
            "timekeeping",
            "db"
        })
package threeline.desk.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
