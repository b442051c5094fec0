/** Binds the desk that a request's path names. */
@NullMarked
package threeline.desk.tenant.web;

import org.jspecify.annotations.NullMarked;
