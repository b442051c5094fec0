/** The look: layout, form errors, error pages; no domain words. */
@NullMarked
package threeline.desk.web;

import org.jspecify.annotations.NullMarked;
