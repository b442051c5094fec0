package threeline.desk.mail.identity;

import java.net.IDN;
import java.util.Locale;

/** Domain names in the one spelling in which they are asked for and compared. */
final class Domains {

    private static final int LONGEST = 253;

    private Domains() {}

    /** The domain of an address; empty where there is none, or none that the DNS could know. */
    static String ofAddress(String address) {
        return normal(address.substring(address.lastIndexOf('@') + 1));
    }

    static String normal(String domain) {
        try {
            var ascii = IDN.toASCII(domain.strip(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            var name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return name.length() <= LONGEST && name.matches("[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?") ? name : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The domain one step up; empty at the top. */
    static String above(String domain) {
        var dot = domain.indexOf('.');
        return dot < 0 ? "" : domain.substring(dot + 1);
    }
}
