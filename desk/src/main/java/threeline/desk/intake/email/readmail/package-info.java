/** {@code bin/threeline read-mail}: what the desk makes of a raw mail, without storing anything. */
@NullMarked
package threeline.desk.intake.email.readmail;

import org.jspecify.annotations.NullMarked;
