/** Who did, saw and changed what: one chain of hashes a desk, only ever added to, that anybody can check. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "db"})
package threeline.desk.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
