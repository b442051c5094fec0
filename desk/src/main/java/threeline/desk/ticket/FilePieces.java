package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.PIECE;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import threeline.desk.content.PieceRows;

/** What large files have beyond their first piece, by the SHA-256 of the whole. */
@Repository
class FilePieces extends PieceRows<byte[]> {

    FilePieces(DSLContext db) {
        super(db, PIECE, PIECE.SHA256);
    }
}
