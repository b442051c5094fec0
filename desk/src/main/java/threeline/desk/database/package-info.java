/** Where everything is kept: a PostgreSQL of our own or a given one, reached under two roles that may do different things. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package threeline.desk.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
