package threeline.promises.source;

/** How bad a finding is: an error keeps a charter from being put in force. */
public enum Level {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return this == ERROR ? "error" : "warning";
    }
}
