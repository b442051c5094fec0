package threeline.testing;

import static org.awaitility.Awaitility.await;

import java.util.regex.Pattern;

/** The link by which a requester comes in at the portal, out of the mail that brings it. */
public final class PortalLink {

    private static final Pattern LINK = Pattern.compile("https://desks\\.example(/[a-z0-9-]+/portal/in/[^\\s\"<]+)");

    private PortalLink() {}

    /** The path of the latest that came to this address, when so many have. */
    public static String latest(String address, int many) {
        await().until(() -> mailsTo(address) >= many);
        var found = TestRelay.mailsTo(address).stream()
                .map(Mails::text)
                .map(LINK::matcher)
                .filter(it -> it.find())
                .reduce((_, later) -> later)
                .orElseThrow();
        return found.group(1);
    }

    /** How many such mails came to it. */
    public static long mailsTo(String address) {
        return TestRelay.mailsTo(address).stream()
                .filter(it -> LINK.matcher(Mails.text(it)).find())
                .count();
    }
}
