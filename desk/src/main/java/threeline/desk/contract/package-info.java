/** What was agreed: the charter in force. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "people", "people :: access", "web", "db"})
package threeline.desk.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
