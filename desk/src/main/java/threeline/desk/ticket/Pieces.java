package threeline.desk.ticket;

import static threeline.desk.db.ticket.Tables.PIECE;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What large files have beyond their first piece; read one at a time, perhaps long after somebody asked for the file. */
@Repository("piecesOfFiles")
@Transactional
class Pieces {

    private final DSLContext db;

    Pieces(DSLContext db) {
        this.db = db;
    }

    void addBeyondFirst(byte[] sha256, int place, byte[] bytes) {
        if (place > 0) {
            db.insertInto(PIECE, PIECE.SHA256, PIECE.PLACE, PIECE.BYTES)
                    .values(sha256, place, bytes)
                    .execute();
        }
    }

    @Transactional(readOnly = true)
    byte[] piece(byte[] sha256, int place) {
        return db.select(PIECE.BYTES)
                .from(PIECE)
                .where(PIECE.SHA256.eq(sha256), PIECE.PLACE.eq(place))
                .fetchSingle()
                .value1();
    }
}
