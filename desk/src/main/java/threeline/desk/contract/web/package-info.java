/** The charter on pages. */
@NullMarked
package threeline.desk.contract.web;

import org.jspecify.annotations.NullMarked;
