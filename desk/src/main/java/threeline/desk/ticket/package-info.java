/** The ticket: its timeline, status, severity and holder, the verbs that change it, and what it tells. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tenant",
            "content",
            "mail",
            "people",
            "people :: access",
            "people :: erasure",
            "contract",
            "web",
            "web :: live",
            "db"
        })
package threeline.desk.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
