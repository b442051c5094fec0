/** Mail in: taken at the door, kept before it is read, screened, and made a ticket's verb. */
@NullMarked
package threeline.desk.intake.email;

import org.jspecify.annotations.NullMarked;
