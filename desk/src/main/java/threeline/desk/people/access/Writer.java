package threeline.desk.people.access;

import java.util.EnumSet;
import java.util.Set;
import threeline.desk.mail.MailAddress;

/** Whoever wrote a mail. They are let in nowhere; what a mail of theirs may do is asked of the one table where it is taken. */
public record Writer(MailAddress from, Kind kind) implements Principal {

    /** @param proven whether the domain that it says it is from stands behind it */
    public static Writer of(MailAddress from, boolean proven) {
        return new Writer(from, proven ? Kind.MAIL_SENDER : Kind.UNPROVEN_SENDER);
    }

    /** Somebody at a vendor, in a thread with it. */
    public static Writer ofVendor(MailAddress from, boolean proven) {
        return new Writer(from, proven ? Kind.VENDOR_CONTACT : Kind.UNPROVEN_SENDER);
    }

    @Override
    public Set<Scope> scopes() {
        return EnumSet.of(Scope.IN_PERSON);
    }

    @Override
    public Rights.Thing own() {
        return new Rights.Thing.OfAddress(from.normal());
    }

    @Override
    public String word() {
        return "somebody by mail";
    }

    @Override
    public String words() {
        return "<%s>".formatted(from.address());
    }
}
