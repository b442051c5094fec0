package threeline.promises.succession;

import java.util.List;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Terms;

/** A ticket as far as promises are concerned: its name, its requester's terms, and its history. */
public record Case(String ticket, Terms terms, List<Act> acts) {

    public Case {
        acts = List.copyOf(acts);
    }
}
