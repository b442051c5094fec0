/** One version of a charter taking over from another: what it would leave behind, and what would change by it. */
@NullMarked
package threeline.promises.succession;

import org.jspecify.annotations.NullMarked;
