package threeline.desk.contract;

import java.time.Instant;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Version;

/** A version of a desk's charter: its number from 1, and its text as written. */
public record CharterInForce(int number, String text, Version version) {

    public Charter charter() {
        return version.charter();
    }

    /** The instant from which it holds. */
    public Instant inForceAt() {
        return version.inForceAt();
    }
}
