/** Who should hold a ticket: tiers with their rules, groups with their watches, and the way from one to the next. */
@NullMarked
package threeline.promises.tier;

import org.jspecify.annotations.NullMarked;
