/** Whom we serve just now, and the wall in the database that keeps desks apart. */
@NullMarked
@ApplicationModule(allowedDependencies = {"db"})
package threeline.desk.tenant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
