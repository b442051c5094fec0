/** Mail fetched from other servers: where from, how that is going, and the fetching itself. */
@NullMarked
@NamedInterface("inbox")
package threeline.desk.mail.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
