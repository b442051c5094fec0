package threeline.desk.tenant;

import java.util.UUID;
import java.util.function.Supplier;

/** An organization that runs its desk here; the one we serve just now is bound to the thread of work. */
public record Tenant(UUID id, String slug, String name) {

    private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

    /** The tenant whose work this is; refused with an {@link IllegalStateException} where no edge has bound one. */
    public static Tenant current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("no tenant is bound here: an edge forgot Tenant.run");
        }
        return CURRENT.get();
    }

    /** Whether an edge has bound a tenant to this work. */
    public static boolean bound() {
        return CURRENT.isBound();
    }

    /** Does some work for this tenant: all that it reads and writes is this tenant's. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** Does some work for this tenant, and gives its result. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Does some work for this tenant that may fail in its own checked way. */
    public <T, X extends Throwable> T callOrThrow(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
