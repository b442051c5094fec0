/** Mail itself: reading it, writing it, whose address it came to, and getting it delivered. Knows no tickets. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "content", "web", "db"})
package threeline.desk.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
