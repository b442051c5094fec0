package threeline.desk.contract;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What rules, as the running transaction has it: nobody but that transaction itself changes it meanwhile. */
final class HeldStill implements TransactionSynchronization {

    private final Object owner;
    private final Runnable forget;
    private boolean isChanged;
    private Ruling.@Nullable Held marks;
    private @Nullable Ruling ruling;

    private HeldStill(Object owner, Ruling.@Nullable Held marks, Runnable forget) {
        this.owner = owner;
        this.marks = marks;
        this.forget = forget;
    }

    static @Nullable HeldStill find(Object owner) {
        return (HeldStill) TransactionSynchronizationManager.getResource(owner);
    }

    /**
     * @param marks none where the transaction is going to change it
     * @param forget what others have seen, once the transaction has changed it
     */
    static HeldStill bind(Object owner, Ruling.@Nullable Held marks, Runnable forget) {
        var held = new HeldStill(owner, marks, forget);
        TransactionSynchronizationManager.registerSynchronization(held);
        TransactionSynchronizationManager.bindResource(owner, held);
        return held;
    }

    /** What rules, read once. */
    Ruling ruling(Supplier<Ruling> reading) {
        var it = ruling;
        if (it == null) {
            it = reading.get();
            ruling = it;
        }
        return it;
    }

    /** The transaction itself has changed it. */
    void changed() {
        isChanged = true;
        marks = null;
        ruling = null;
    }

    Ruling.@Nullable Held marks() {
        return marks;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(owner, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(owner);
        if (isChanged) {
            forget.run();
        }
    }
}
