package threeline.promises.source;

/** A key of a section: what it is called, what it takes, what it means, and whether it may be left out. */
public record Key<T>(String name, Kind<T> kind, String meaning, boolean needed) {

    public static <T> Key<T> of(String name, Kind<T> kind, String meaning) {
        return new Key<>(name, kind, meaning, false);
    }

    public static <T> Key<T> needed(String name, Kind<T> kind, String meaning) {
        return new Key<>(name, kind, meaning, true);
    }
}
