package threeline.desk.tenant;

import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.DMLQuery;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.QOM;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The first wall between tenants: what our code reads, changes or removes is, by each statement's own words, the bound
 * tenant's alone, and without one it is nothing. The policies in the database are the second; neither knows of the other.
 *
 * <p>Where a table is read, its rows of that tenant are read instead, under its name. PostgreSQL sees through that, but
 * knows such rows by their table's name without its schema, so columns are called so.
 */
@Component
@Order(0)
class TenantFilter implements VisitListener, DefaultConfigurationCustomizer {

    private static final Name TENANT = DSL.name("tenant");

    @Override
    public void customize(DefaultConfiguration jooq) {
        jooq.set(this);
    }

    @Override
    public void visitStart(VisitContext visited) {
        switch (visited.queryPart()) {
            case QOM.Update<?> update -> visited.queryPart(update.$where(both(update.$table(), update.$where())));
            case QOM.Delete<?> delete -> visited.queryPart(delete.$where(both(delete.$from(), delete.$where())));
            case TableImpl<?> table when hasTenant(table) -> visited.queryPart(read(table, visited));
            default -> {}
        }
    }

    /** Every table's first column is its tenant, but that of the tenants' own. */
    private static boolean hasTenant(Table<?> table) {
        var first = table.getTableType() == TableType.TABLE ? table.field(0) : null;
        return first != null && first.getUnqualifiedName().equals(TENANT);
    }

    private static @Nullable Condition both(Table<?> target, @Nullable Condition chosen) {
        if (!hasTenant(target)) {
            return chosen;
        }
        return chosen == null ? ours(target) : ours(target).and(chosen);
    }

    private static Condition ours(Table<?> table) {
        var tenant = Tenant.bound() ? Tenant.current().id() : null;
        return DSL.field(table.getUnqualifiedName().append(TENANT), SQLDataType.UUID)
                .eq(tenant);
    }

    private static QueryPart read(TableImpl<?> table, VisitContext visited) {
        if (!visited.context().declareTables()) {
            return table.getUnqualifiedName();
        }
        return isSource(visited.queryParts()) ? new Ours(table) : table;
    }

    /** Not what is written to, whose rows the condition chooses, and not again what stands in its own place already. */
    private static boolean isSource(QueryPart[] around) {
        var holds = around.length < 2 ? null : around[around.length - 2];
        var renames = around.length > 2 && around[around.length - 3] instanceof TableImpl<?>;
        return !(holds instanceof DMLQuery<?>) && !(holds instanceof Ours) && !renames;
    }

    /** The rows of a table that are the bound tenant's, called as the table is. */
    private static final class Ours extends CustomQueryPart {

        private final TableImpl<?> table;

        Ours(TableImpl<?> table) {
            this.table = table;
        }

        @Override
        public void accept(Context<?> sql) {
            sql.sql("(select * from ").declareTables(true, from -> from.visit(table));
            sql.sql(" where ").visit(ours(table));
            sql.sql(") as ").visit(table.getUnqualifiedName());
        }
    }
}
