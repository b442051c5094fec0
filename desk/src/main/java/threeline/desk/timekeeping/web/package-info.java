/** Promises on pages: drawn, and with their reasons. */
@NullMarked
package threeline.desk.timekeeping.web;

import org.jspecify.annotations.NullMarked;
