/** The five desks of the demo, with believable people and tickets. Never outside of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"tenant", "people", "people :: access", "contract", "ticket", "web"})
package threeline.desk.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
