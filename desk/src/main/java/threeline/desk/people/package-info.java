/** Requesters and their organizations, agents and their groups. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "web", "web :: live", "mail", "mail :: outbox", "audit", "db"})
package threeline.desk.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
