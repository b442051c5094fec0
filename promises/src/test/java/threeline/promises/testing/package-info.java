/** What tests draw at random, so that each failure can be replayed. */
@NullMarked
package threeline.promises.testing;

import org.jspecify.annotations.NullMarked;
