/** Bytes of any size: small ones are held in hand, large ones are read from where they lie. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package threeline.desk.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
