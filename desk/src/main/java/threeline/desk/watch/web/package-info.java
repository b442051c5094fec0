/** The watch as a page: ribbons of a day and its week, and what they show in words. */
@NullMarked
package threeline.desk.watch.web;

import org.jspecify.annotations.NullMarked;
