package threeline.desk.tryit;

/** A step did not go as it should: what was expected, and what came. */
final class Failed extends RuntimeException {

    Failed(String expected, String came) {
        super("expected %s; what came: %s".formatted(expected, came.isBlank() ? "nothing" : came));
    }
}
