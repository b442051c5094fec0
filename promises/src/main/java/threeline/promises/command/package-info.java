/** What charter authors type: check, rehearse, explain, cover. */
@NullMarked
package threeline.promises.command;

import org.jspecify.annotations.NullMarked;
