/** Mail on its way out: kept until the next server has taken it, or five days are over. */
@NullMarked
@NamedInterface("outbox")
package threeline.desk.mail.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
