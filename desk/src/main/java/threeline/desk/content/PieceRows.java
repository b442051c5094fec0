package threeline.desk.content;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.transaction.annotation.Transactional;

/**
 * What large contents have beyond their first piece, in a table of their own whose key is the content's and the piece's
 * place; read one at a time, perhaps long after somebody asked for the content.
 *
 * @param <K> by what a content is known
 */
@Transactional
public abstract class PieceRows<K> {

    private static final Field<Integer> PLACE = DSL.field(DSL.name("place"), SQLDataType.INTEGER);
    private static final Field<byte[]> BYTES = DSL.field(DSL.name("bytes"), SQLDataType.BLOB);

    private final DSLContext db;
    private final Table<? extends Record> table;
    private final Field<K> key;

    protected PieceRows(DSLContext db, Table<? extends Record> table, Field<K> key) {
        this.db = db;
        this.table = table;
        this.key = key;
    }

    /** Keeps a piece, unless it is the first. */
    public void addBeyondFirst(K content, int place, byte[] bytes) {
        if (place > 0) {
            db.insertInto(table, key, PLACE, BYTES)
                    .values(content, place, bytes)
                    .execute();
        }
    }

    @Transactional(readOnly = true)
    public byte[] piece(K content, int place) {
        return db.select(BYTES)
                .from(table)
                .where(key.eq(content), PLACE.eq(place))
                .fetchSingle()
                .value1();
    }
}
