/** Who may come in, and what they may do: passwords, sessions, API tokens, rights. */
@NullMarked
@NamedInterface
package threeline.desk.people.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
