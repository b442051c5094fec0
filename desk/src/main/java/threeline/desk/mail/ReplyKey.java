package threeline.desk.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a reply address or a Message-ID of ours says it is about, and the seal that proves it, if it is one of ours. */
public record ReplyKey(String about, String seal) {

    private static final String SEAL = "([a-z2-7]{26,27})";
    private static final Pattern ADDRESS =
            Pattern.compile("[^@+]{1,64}\\+([a-z0-9]{1,16}-[0-9]{1,18})\\." + SEAL + "@.{1,255}");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("([a-z0-9]{1,16}-[0-9]{1,18})\\.[a-z0-9]{1,24}\\." + SEAL + "@.{1,255}");
    private static final int LONGEST_LOCAL_PART = 64;

    /** The key in an address such as {@code desk+pro-12.seal@example.org}. */
    public static Optional<ReplyKey> inAddress(String address) {
        return in(ADDRESS, address);
    }

    /** The key in a Message-ID such as {@code pro-12.7.seal@example.org}. */
    public static Optional<ReplyKey> inMessageId(String id) {
        return in(MESSAGE_ID, id);
    }

    /** The mailbox's address without what follows its plus sign. */
    public static String withoutKey(String address) {
        var at = address.lastIndexOf('@');
        var plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    /** The address an answer should go to; the plain mailbox where there is no room for a key. */
    public MailAddress asAddress(MailAddress mailbox) {
        var at = mailbox.address().lastIndexOf('@');
        var local = mailbox.address().substring(0, at) + "+" + about.toLowerCase(Locale.ROOT) + "." + seal;
        return local.length() > LONGEST_LOCAL_PART
                ? mailbox
                : new MailAddress(local + mailbox.address().substring(at), mailbox.name());
    }

    public String asMessageId(String unique, String domain) {
        return "%s.%s.%s@%s".formatted(about.toLowerCase(Locale.ROOT), unique, seal, domain);
    }

    private static Optional<ReplyKey> in(Pattern pattern, String text) {
        var matcher = pattern.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new ReplyKey(matcher.group(1).toUpperCase(Locale.ROOT), matcher.group(2)))
                : Optional.empty();
    }
}
