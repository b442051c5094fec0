/** What a desk promises, when it is open, and whether it keeps its word: plain Java, no framework. */
@NullMarked
package threeline.promises;

import org.jspecify.annotations.NullMarked;
