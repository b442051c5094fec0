/** The pages of those who answer for mail coming in. */
@NullMarked
package threeline.desk.intake.email.web;

import org.jspecify.annotations.NullMarked;
