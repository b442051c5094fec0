/** The demo's own end of the mail's way: a server that takes every mail, delivers none, and shows them. */
@NullMarked
package threeline.desk.mail.demo;

import org.jspecify.annotations.NullMarked;
