/** When a desk is open: hours, holidays and the algebra of calendars, to the second and across clock changes. */
@NullMarked
package threeline.promises.calendar;

import org.jspecify.annotations.NullMarked;
