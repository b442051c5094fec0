/** The portal: asking, one's requests, one of them, and oneself, on pages that work without scripts. */
@NullMarked
package threeline.desk.portal.web;

import org.jspecify.annotations.NullMarked;
