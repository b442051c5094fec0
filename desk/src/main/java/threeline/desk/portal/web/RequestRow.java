package threeline.desk.portal.web;

import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param by whose it is, where that is somebody else
 */
public record RequestRow(
        String path,
        String subject,
        String reference,
        String status,
        @Nullable Standing standing,
        @Nullable String by) {

    /** How a promise stands: an icon, a word and a colour. */
    public record Standing(String state, String icon, String text) {}
}
