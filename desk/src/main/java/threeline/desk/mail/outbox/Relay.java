package threeline.desk.mail.outbox;

/** The next server on a mail's way. */
interface Relay {

    /** A line to it, which is opened at the first mail and kept for the next ones. */
    Line line();

    /** For one thread at a time. */
    interface Line extends AutoCloseable {

        Delivery send(Parcel parcel);

        @Override
        void close();
    }
}
