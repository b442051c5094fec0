package threeline.desk.web;

import java.util.List;

/** A desk that may be visited, and who to sign in as; only a demo gives any. */
public record Invitation(String path, String desk, String about, List<Guest> guests) {

    public record Guest(String name, String role, String email, String password) {}

    /** Told by the demo. */
    public interface Teller {
        List<Invitation> all();
    }
}
