package threeline.desk.intake.email;

import java.util.ArrayList;
import java.util.List;

/** The way that a letter went, step by step, in words for those who ask why. */
final class Path {

    private static final int LONGEST_STEP = 500;

    private final List<String> steps = new ArrayList<>();

    void step(String words) {
        var clean = words.replaceAll("\\p{Cntrl}+", " ").strip();
        steps.add(clean.length() > LONGEST_STEP ? clean.substring(0, LONGEST_STEP) + "…" : clean);
    }

    List<String> steps() {
        return List.copyOf(steps);
    }
}
