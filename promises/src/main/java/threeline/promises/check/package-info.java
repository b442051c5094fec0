/** What a charter can't keep: one kind of finding a file. */
@NullMarked
package threeline.promises.check;

import org.jspecify.annotations.NullMarked;
