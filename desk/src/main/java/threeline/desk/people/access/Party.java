package threeline.desk.people.access;

/**
 * Whom a device signs for.
 *
 * @param host what its key is bound to
 * @param origin where a page must have come from that asks for a signature
 */
public record Party(String host, String origin) {}
