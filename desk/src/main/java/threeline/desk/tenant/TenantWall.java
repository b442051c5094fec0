package threeline.desk.tenant;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL, first of all in each transaction, which tenant it serves, and how far whoever asks sees. Without a
 * tenant it tells nothing, and the policies show no row.
 */
@Component
class TenantWall implements TransactionExecutionListener {

    private static final String TELL = "select set_config('app.tenant', ?, true), set_config('app.sees', ?, true),"
            + " set_config('app.asks', ?, true), set_config('app.asks_as', ?, true)";

    private final DataSource database;

    TenantWall(DataSource database) {
        this.database = database;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && transaction.isNewTransaction() && Tenant.bound()) {
            tell(Tenant.current());
        }
    }

    private void tell(Tenant tenant) {
        var connection = DataSourceUtils.getConnection(database);
        try (var statement = connection.prepareStatement(TELL)) {
            var far = Sight.far();
            statement.setString(1, tenant.id().toString());
            statement.setString(2, far == null ? "" : word(far.organization()));
            statement.setString(3, far == null ? "" : word(far.asks()));
            statement.setString(4, far == null ? "" : word(far.as()));
            statement.execute();
        } catch (SQLException failed) {
            abandon();
            throw new CannotCreateTransactionException("the database was not told its tenant", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static String word(@Nullable Object known) {
        return known == null ? "" : known.toString();
    }

    /** The transaction has begun, and nobody ends one whose beginning failed here: it would keep its connection for good. */
    private void abandon() {
        TransactionSynchronizationManager.unbindResourceIfPossible(database);
        TransactionSynchronizationManager.clear();
    }
}
