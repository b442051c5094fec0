/** Programs elsewhere that are told, signed, what happens to tickets; tried again until they have it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"tenant", "web", "mail", "people", "people :: access", "contract", "ticket", "db"})
package threeline.desk.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
