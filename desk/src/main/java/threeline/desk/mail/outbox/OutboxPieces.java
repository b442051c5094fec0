package threeline.desk.mail.outbox;

import static threeline.desk.db.mail.Tables.OUTBOX_PIECE;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import threeline.desk.content.PieceRows;

/** What large outgoing mails have beyond their first piece. */
@Repository
class OutboxPieces extends PieceRows<Long> {

    OutboxPieces(DSLContext db) {
        super(db, OUTBOX_PIECE, OUTBOX_PIECE.MAIL);
    }
}
