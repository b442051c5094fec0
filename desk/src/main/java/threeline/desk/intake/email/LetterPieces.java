package threeline.desk.intake.email;

import static threeline.desk.db.intake.Tables.PIECE;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import threeline.desk.content.PieceRows;

/** What large letters have beyond their first piece. */
@Repository
class LetterPieces extends PieceRows<Long> {

    LetterPieces(DSLContext db) {
        super(db, PIECE, PIECE.LETTER);
    }
}
