/** The JSON API: programs do what agents do, with a token in place of a session. */
@NullMarked
package threeline.desk.intake.api;

import org.jspecify.annotations.NullMarked;
