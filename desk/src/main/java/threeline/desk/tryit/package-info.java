/** Plays the main way through against a running demo, from outside: with a mail client and a browser of its own. */
@NullMarked
package threeline.desk.tryit;

import org.jspecify.annotations.NullMarked;
