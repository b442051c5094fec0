/** What turns a message from outside into something done to a ticket. */
@NullMarked
package threeline.desk.intake;

import org.jspecify.annotations.NullMarked;
