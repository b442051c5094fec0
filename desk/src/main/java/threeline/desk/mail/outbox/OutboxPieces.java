package threeline.desk.mail.outbox;

import static threeline.desk.db.mail.Tables.OUTBOX_PIECE;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What large mails have beyond their first piece; read one at a time, while the mail leaves. */
@Repository
@Transactional
class OutboxPieces {

    private final DSLContext db;

    OutboxPieces(DSLContext db) {
        this.db = db;
    }

    void addBeyondFirst(long mail, int place, byte[] bytes) {
        if (place > 0) {
            db.insertInto(OUTBOX_PIECE, OUTBOX_PIECE.MAIL, OUTBOX_PIECE.PLACE, OUTBOX_PIECE.BYTES)
                    .values(mail, place, bytes)
                    .execute();
        }
    }

    @Transactional(readOnly = true)
    byte[] piece(long mail, int place) {
        return db.select(OUTBOX_PIECE.BYTES)
                .from(OUTBOX_PIECE)
                .where(OUTBOX_PIECE.MAIL.eq(mail), OUTBOX_PIECE.PLACE.eq(place))
                .fetchSingle()
                .value1();
    }
}
