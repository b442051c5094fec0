/** A file as its author wrote it: every word with its place, what it may say, and what is wrong with it. */
@NullMarked
package threeline.promises.source;

import org.jspecify.annotations.NullMarked;
