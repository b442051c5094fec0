/** What happens at a desk, told to every browser that listens, on whichever node it happened. No domain words. */
@NullMarked
@NamedInterface
package threeline.desk.web.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
