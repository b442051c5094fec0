package threeline.badhouse.desk.ticket;

import threeline.badhouse.desk.mail.PostHelper;

/** Bad: it knows who calls it. */
public class Desk {

    public void hear(PostHelper post) {
        post.call(this);
    }
}
