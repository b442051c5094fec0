package threeline.promises.keeping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened, in the order in which it is told. */
final class Story {

    private final List<Happening> happenings = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>(0);
    private int inTurns;

    void tell(Happening happening) {
        happenings.add(happening);
    }

    List<Happening> told() {
        return List.copyOf(happenings);
    }

    /** All that was told since the last turn came of this. */
    void turn(Turn.Cause cause, @Nullable Act act) {
        if (inTurns < happenings.size()) {
            turns.add(new Turn(cause, act, happenings.subList(inTurns, happenings.size())));
            inTurns = happenings.size();
        }
    }

    List<Turn> turns() {
        return List.copyOf(turns);
    }
}
