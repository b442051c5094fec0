/** The questions that every mail is asked before it may become anything; one file each. */
@NullMarked
package threeline.desk.intake.email.screening;

import org.jspecify.annotations.NullMarked;
