/** The service desk. */
@NullMarked
package threeline.desk;

import org.jspecify.annotations.NullMarked;
