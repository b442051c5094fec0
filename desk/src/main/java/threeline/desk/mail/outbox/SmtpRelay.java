package threeline.desk.mail.outbox;

import org.springframework.stereotype.Component;

/** The configured relay, by SMTP. */
@Component
class SmtpRelay implements Relay {

    private final RelayAccess access;
    private final Signer signer;

    SmtpRelay(RelayAccess access, Signer signer) {
        this.access = access;
        this.signer = signer;
    }

    @Override
    public Line line() {
        return access.configured() ? new SmtpLine(access, signer) : new NoLine();
    }

    /** Mail waits until somebody says where it should go. */
    private record NoLine() implements Line {

        @Override
        public Delivery send(Parcel parcel) {
            return new Delivery.Deferred("no relay is configured (threeline.mail.relay.host)");
        }

        @Override
        public void close() {}
    }
}
