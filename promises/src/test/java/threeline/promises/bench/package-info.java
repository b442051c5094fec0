/** How long the core takes; run by hand or by {@code bin/bench}, not by the tests. */
@NullMarked
package threeline.promises.bench;

import org.jspecify.annotations.NullMarked;
