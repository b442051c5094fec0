package threeline.desk.mail;

import java.util.Locale;

/** Somebody as a mail names them: an address, and the name they go by (empty where none was given). */
public record MailAddress(String address, String name) {

    /** RFC 5321 allows 254 characters for a whole address. */
    private static final int LONGEST = 254;

    public MailAddress {
        HeaderText.refuseControls(address);
        HeaderText.refuseControls(name);
    }

    public static MailAddress of(String address) {
        return new MailAddress(address, "");
    }

    /** The one spelling under which an address is compared and kept. */
    public static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    public String normal() {
        return normal(address);
    }

    /** Whether a mail could be sent there at all: one local part, one domain, nothing that would break a command. */
    public boolean isUsable() {
        var at = address.lastIndexOf('@');
        return at > 0
                && at < address.length() - 1
                && address.length() <= LONGEST
                && address.chars().allMatch(c -> c > ' ' && c != 0x7f && "<>(),;:\\\"".indexOf(c) < 0)
                && address.indexOf('@') == at;
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The name, or the part before the @ where there is no name. */
    public String called() {
        return name.isBlank() ? address.substring(0, Math.max(0, address.lastIndexOf('@'))) : name;
    }
}
