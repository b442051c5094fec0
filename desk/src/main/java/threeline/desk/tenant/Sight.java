package threeline.desk.tenant;

import org.jspecify.annotations.Nullable;

/** How far whoever is served by this thread sees: a whole desk, or what belongs to one of its organizations. */
public final class Sight {

    private static final ThreadLocal<@Nullable Long> ORGANIZATION = new ThreadLocal<>();

    private Sight() {}

    /** From now on this thread works for somebody who sees that organization's things alone. */
    public static void narrowTo(long organization) {
        ORGANIZATION.set(organization);
    }

    /** This thread works for nobody in particular again. */
    public static void restore() {
        ORGANIZATION.remove();
    }

    /** Whether this thread works for somebody who sees a part of the desk alone. */
    public static boolean isNarrow() {
        return ORGANIZATION.get() != null;
    }

    static @Nullable Long organization() {
        return ORGANIZATION.get();
    }
}
