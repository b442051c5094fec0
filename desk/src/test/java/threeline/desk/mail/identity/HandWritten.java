package threeline.desk.mail.identity;

import java.util.List;

/** A judge of identity that asks a zone written by hand, and that nothing vouches before. */
public final class HandWritten {

    private HandWritten() {}

    public static Identity identity(Zone zone) {
        return new Identity(zone, new Trusted(new Trusted.Settings(List.of(), List.of())));
    }

    /** One that a relay stands before. */
    static Identity behind(String relay, Zone zone) {
        return new Identity(zone, new Trusted(new Trusted.Settings(List.of(), List.of(relay))));
    }
}
