package threeline.desk.tenant;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL, first of all in each transaction, which tenant it serves, and how far whoever asks sees. Without a
 * tenant it tells nothing, and the policies show no row.
 */
@Component
class TenantWall implements TransactionExecutionListener {

    private static final String TELL = "select set_config('app.tenant', ?, true), set_config('app.sees', ?, true)";

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
            var sees = Sight.organization();
            statement.setString(1, tenant.id().toString());
            statement.setString(2, sees == null ? "" : sees.toString());
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException("the database was not told its tenant", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
