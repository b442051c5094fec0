package threeline.desk.content;

import java.io.IOException;

/** Bytes can't be laid aside, or not be read where they lie: no fault of what they say. */
public final class StorageTrouble extends IOException {

    StorageTrouble(String what, Exception cause) {
        super(what, cause);
    }
}
