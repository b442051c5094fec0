/** What is promised: metrics, and the targets set for them. */
@NullMarked
package threeline.promises.sla;

import org.jspecify.annotations.NullMarked;
