/** The engine: a ticket's whole history and the charter's versions in; promises with verdicts and reasons out. */
@NullMarked
package threeline.promises.keeping;

import org.jspecify.annotations.NullMarked;
