/** One promise being kept: how it counts, what it reaches and when, and how that came about. */
@NullMarked
package threeline.promises.clock;

import org.jspecify.annotations.NullMarked;
