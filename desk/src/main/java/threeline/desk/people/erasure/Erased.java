package threeline.desk.people.erasure;

import java.util.List;

/** Told in the transaction that erased somebody: these contents of files, by their SHA-256, nobody needs any more. */
public record Erased(List<byte[]> contents) {

    public Erased {
        contents = List.copyOf(contents);
    }
}
