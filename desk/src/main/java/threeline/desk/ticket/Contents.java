package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.ATTACHMENT;
import static threeline.desk.db.ticket.Tables.CONTENT;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.content.Content;

/** What stands in files, by its hash: in the database, large ones piece by piece, or in a store beside it. */
@Repository
@Transactional
class Contents {

    private final DSLContext db;
    private final FilePieces pieces;
    private final FileStore store;
    private final Inspections inspections;

    Contents(DSLContext db, FilePieces pieces, FileStore store, Inspections inspections) {
        this.db = db;
        this.pieces = pieces;
        this.store = store;
        this.inspections = inspections;
    }

    /** Keeps it once. In a store it stands before the transaction ends, so that no row is ever without its bytes. */
    void keep(byte[] sha256, Content content) {
        if (store.isThere()) {
            keepInStore(sha256, content);
        } else if (isNew(sha256, content.beginning(Content.PIECE)) && content.size() > Content.PIECE) {
            content.eachPiece((place, bytes) -> pieces.addBeyondFirst(sha256, place, bytes));
        }
        inspections.want(sha256);
    }

    private void keepInStore(byte[] sha256, Content content) {
        if (!db.fetchExists(CONTENT, CONTENT.SHA256.eq(sha256))) {
            store.put(sha256, content);
            isNew(sha256, null);
        }
    }

    private boolean isNew(byte[] sha256, byte @Nullable [] first) {
        return db.insertInto(CONTENT, CONTENT.SHA256, CONTENT.BYTES)
                        .values(sha256, first)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** That of a file of some timeline. */
    @Transactional(readOnly = true)
    Content get(byte[] sha256) {
        return db.select(ATTACHMENT.SIZE, CONTENT.BYTES)
                .from(CONTENT)
                .join(ATTACHMENT)
                .on(ATTACHMENT.SHA256.eq(CONTENT.SHA256))
                .where(CONTENT.SHA256.eq(sha256))
                .limit(1)
                .fetchSingle(row -> content(sha256, row.value1(), row.value2()));
    }

    /** What a row holds the beginning of, or else the store all. */
    Content content(byte[] sha256, long size, byte @Nullable [] first) {
        return first == null
                ? Content.of(size, () -> store.open(sha256, size))
                : Content.of(size, first, place -> pieces.piece(sha256, place));
    }
}
