/** The makers of what fails: mail to them in threads of their own, their answers, and asking again. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenant", "content", "mail", "mail :: outbox", "people", "contract", "ticket", "db"})
package threeline.desk.vendor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
