/** A charter run over a scripted history, in simulated time, by the engine of the live desk. */
@NullMarked
package threeline.promises.rehearsal;

import org.jspecify.annotations.NullMarked;
