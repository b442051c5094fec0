package threeline.desk.mail.outbox;

/** What the next server said to a mail. */
sealed interface Delivery {

    record Taken() implements Delivery {}

    /** Not now; later perhaps. */
    record Deferred(String why) implements Delivery {}

    /** Never. */
    record Refused(String why) implements Delivery {}
}
