package threeline.desk.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * What this thread is about to do for somebody. It is noted in the first transaction that may change something, so that
 * neither stands without the other.
 */
@Component
public class Doing implements TransactionExecutionListener {

    private final ThreadLocal<@Nullable Line> begun = new ThreadLocal<>();
    private final ObjectProvider<Trail> trail; // when it is needed: it stands on transactions itself

    Doing(ObjectProvider<Trail> trail) {
        this.trail = trail;
    }

    public void begin(Line line) {
        begun.set(line);
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        var line = begun.get();
        if (line != null && !transaction.isReadOnly()) {
            begun.remove(); // first, since noting is a part of this transaction
            trail.getObject().add(line);
        }
    }

    /** Nothing more is done; whether it was noted, or nothing begun. */
    public boolean end() {
        var noted = begun.get() == null;
        begun.remove();
        return noted;
    }
}
