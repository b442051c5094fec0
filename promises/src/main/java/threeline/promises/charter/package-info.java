/** All that a desk promises, as one value, and its reading from a file. */
@NullMarked
package threeline.promises.charter;

import org.jspecify.annotations.NullMarked;
