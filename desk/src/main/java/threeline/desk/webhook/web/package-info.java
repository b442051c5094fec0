/** The page of webhooks and their log. */
@NullMarked
package threeline.desk.webhook.web;

import org.jspecify.annotations.NullMarked;
