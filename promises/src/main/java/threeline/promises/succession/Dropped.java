package threeline.promises.succession;

import java.util.List;

/** Something that a new version no longer has, nor says what it is called now, while tickets use it. */
public record Dropped(String sort, String name, List<String> tickets) {

    public Dropped {
        tickets = List.copyOf(tickets);
    }

    @Override
    public String toString() {
        return "%s \"%s\" is dropped, which %s use%s"
                .formatted(sort, name, String.join(", ", tickets), tickets.size() == 1 ? "s" : "");
    }
}
