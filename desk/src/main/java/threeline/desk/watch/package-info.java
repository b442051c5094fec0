/** The watch: which group covers when, where now is, the next seam and what will cross it, and where nobody is there. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenant", "people", "people :: access", "contract", "ticket", "timekeeping", "web"})
package threeline.desk.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
