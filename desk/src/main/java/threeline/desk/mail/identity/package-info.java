/** Is a mail from whom it says it is from? SPF, DKIM and DMARC, asked of a zone that a test may write by hand. */
@NullMarked
@NamedInterface("identity")
package threeline.desk.mail.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
