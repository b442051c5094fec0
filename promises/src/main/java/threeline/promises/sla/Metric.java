package threeline.promises.sla;

import java.util.Locale;
import java.util.Optional;

/** Which promise, in the order in which they are told. */
public enum Metric {
    /** The first answer. */
    RESPONSE,
    /** The answer to a later contact. */
    NEXT_RESPONSE,
    RESOLUTION,
    /** The time on one tier. */
    STAY,
    /** Until the receiving group accepts. */
    HANDOVER,
    /** Until a vendor answers. */
    VENDOR;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As charters write it: {@code next-response}. */
    public String word() {
        return word;
    }

    public static Optional<Metric> find(String word) {
        for (var metric : values()) {
            if (metric.word.equals(word)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return word;
    }
}
