package threeline.promises.rehearsal;

import java.util.ArrayList;
import java.util.List;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Terms;

/** One ticket as it grows: its name, its requester's terms, and what was done to it up to now. */
record History(String name, Terms terms, List<Act> acts) {

    static History after(String name, Terms terms, List<? extends Act> before) {
        return new History(name, terms, new ArrayList<>(before));
    }
}
