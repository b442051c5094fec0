/** Taking somebody who asked for help out of the desk's record for good, so that what happened still stands. */
@NullMarked
@NamedInterface("erasure")
package threeline.desk.people.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
