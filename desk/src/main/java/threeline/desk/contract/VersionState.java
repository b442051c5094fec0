package threeline.desk.contract;

/** Where a version of a charter stands. */
public enum VersionState {
    /** Planned for a later instant. */
    COMING("coming"),
    /** In force, or it was until another one came. */
    IN_FORCE("in force"),
    /** Taken back before it came. */
    WITHDRAWN("withdrawn");

    private final String word;

    VersionState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static VersionState of(String word) {
        for (var state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        throw new IllegalStateException("no state of a version is called " + word);
    }
}
