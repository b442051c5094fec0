package threeline.desk.intake.email;

import static threeline.desk.db.intake.Tables.PIECE;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What large letters have beyond their first piece; read one at a time, perhaps long after somebody asked for the letter. */
@Repository("piecesOfLetters")
@Transactional
class Pieces {

    private final DSLContext db;

    Pieces(DSLContext db) {
        this.db = db;
    }

    void addBeyondFirst(long letter, int place, byte[] bytes) {
        if (place > 0) {
            db.insertInto(PIECE, PIECE.LETTER, PIECE.PLACE, PIECE.BYTES)
                    .values(letter, place, bytes)
                    .execute();
        }
    }

    @Transactional(readOnly = true)
    byte[] piece(long letter, int place) {
        return db.select(PIECE.BYTES)
                .from(PIECE)
                .where(PIECE.LETTER.eq(letter), PIECE.PLACE.eq(place))
                .fetchSingle()
                .value1();
    }
}
