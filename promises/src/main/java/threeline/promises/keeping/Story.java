package threeline.promises.keeping;

import java.util.ArrayList;
import java.util.List;

/** What has happened, in the order in which it is told. */
final class Story {

    private final List<Happening> happenings = new ArrayList<>();

    void tell(Happening happening) {
        happenings.add(happening);
    }

    List<Happening> told() {
        return List.copyOf(happenings);
    }
}
