package threeline.desk.people;

import java.util.Locale;

/** A mail address as we compare it: in small letters, without space around it. */
public final class Address {

    private Address() {}

    public static String of(String email) {
        return email.strip().toLowerCase(Locale.ROOT).replace("\0", "");
    }
}
