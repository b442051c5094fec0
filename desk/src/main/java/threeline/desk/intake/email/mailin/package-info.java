/** {@code bin/threeline mail-in}: hands a mail from a pipe to the desk's SMTP port. */
@NullMarked
package threeline.desk.intake.email.mailin;

import org.jspecify.annotations.NullMarked;
