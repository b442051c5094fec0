package threeline.desk.intake.email;

import java.util.ArrayList;
import java.util.List;

/** Whom a mail says that it is from, what of that is proven, and by which key it names a ticket. */
record Claim(int number, Key key, From from, Proven proven, boolean copied) {

    enum Key {
        VALID,
        OTHER_RECIPIENT,
        OTHER_TICKET,
        OTHER_TENANT,
        EXPIRED,
        NONE
    }

    enum From {
        REQUESTER,
        AGENT,
        COPIED,
        STRANGER,
        OURSELVES
    }

    enum Proven {
        PASS,
        NONE,
        FAIL,
        TEMPERROR
    }

    /** Each way times each other. */
    static List<Claim> all() {
        var all = new ArrayList<Claim>();
        for (var key : Key.values()) {
            for (var from : From.values()) {
                for (var proven : Proven.values()) {
                    for (var copied : new boolean[] {true, false}) {
                        all.add(new Claim(all.size(), key, from, proven, copied));
                    }
                }
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "%d: key %s, from %s, DMARC %s%s"
                .formatted(number, key, from, proven, copied ? ", a stranger copied in" : "");
    }
}
