/** Tickets on pages: the queue, the ticket with its timeline, and what people do to it. */
@NullMarked
package threeline.desk.ticket.web;

import org.jspecify.annotations.NullMarked;
