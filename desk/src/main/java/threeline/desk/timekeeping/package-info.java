/** Each ticket's promises: judged at every change, woken when something is due, shown with their reasons. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "people", "contract", "ticket", "web", "db"})
package threeline.desk.timekeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
