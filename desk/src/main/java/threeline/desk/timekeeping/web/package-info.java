/** Promises on pages: drawn, and with their reasons. */
@NullMarked
@NamedInterface("web")
package threeline.desk.timekeeping.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
