package threeline.badhouse.desk.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.time.Instant;
import org.jooq.Table;
import threeline.badhouse.desk.ticket.Desk;

/** Bad: its name, its clock, what it reads, whose table it knows, and that it and the ticket's desk use each other. */
public class PostHelper {

    public final Instant now = Instant.now();
    public final Table<?> notMine = threeline.desk.db.tenant.Tables.TENANT_;

    public void call(Desk desk) {
        desk.hear(this);
    }

    public Object read(InputStream in) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(in).readObject();
    }
}
