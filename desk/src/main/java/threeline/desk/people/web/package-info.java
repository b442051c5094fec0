/** Signing in and out, the guard at the door of every page, and the tokens page. */
@NullMarked
package threeline.desk.people.web;

import org.jspecify.annotations.NullMarked;
