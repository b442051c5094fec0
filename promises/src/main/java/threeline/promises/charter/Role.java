package threeline.promises.charter;

import java.util.List;

/** A part that people of an organization or of the desk play, and what it lets them do. */
public record Role(String id, String name, List<String> may) {

    public Role {
        may = List.copyOf(may);
    }
}
