package threeline.desk.tenant;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How far whoever is served by this thread sees: a whole desk, what belongs to one of its organizations, or what somebody
 * who asks for help may see of it.
 */
public final class Sight {

    private static final ThreadLocal<@Nullable Far> FAR = new ThreadLocal<>();

    /** The number of no organization. */
    private static final long NOBODY = 0;

    private Sight() {}

    /**
     * Not the whole desk.
     *
     * @param organization whose things are seen
     * @param asks the requester who asks; what is theirs, and of that what is public
     * @param as their address
     */
    record Far(
            @Nullable Long organization,
            @Nullable Long asks,
            @Nullable String as) {}

    /** From now on this thread works for somebody who sees that organization's things alone. */
    public static void narrowTo(long organization) {
        FAR.set(new Far(organization, null, null));
    }

    /** From now on this thread works for somebody who sees nothing of what any organization, or nobody, asks for. */
    public static void narrowToNothing() {
        narrowTo(NOBODY);
    }

    /** From now on this thread works for that requester; an organization is given where they speak for it. */
    public static void narrowToRequester(long requester, @Nullable String address, @Nullable Long organization) {
        FAR.set(new Far(organization, requester, address));
    }

    /** This thread works for nobody in particular again. */
    public static void restore() {
        FAR.remove();
    }

    /** Whether this thread works for somebody who sees a part of the desk alone. */
    public static boolean isNarrow() {
        return FAR.get() != null;
    }

    /**
     * What the desk itself does because of what was asked sees all that it needs. Whether it was for them to ask is
     * found out before, and never within one transaction, which sees from its beginning to its end alike.
     */
    public static <T> T whole(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction that began narrow stays so");
        }
        var far = FAR.get();
        FAR.remove();
        try {
            return work.get();
        } finally {
            if (far != null) {
                FAR.set(far);
            }
        }
    }

    static @Nullable Far far() {
        return FAR.get();
    }
}
