package threeline.desk.mail.outbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import threeline.desk.content.Content;

/** One connection, kept from mail to mail and opened anew after it broke. */
final class SmtpLine implements Relay.Line {

    private final RelayAccess access;
    private final Signer signer;
    private @Nullable SMTPTransport open;

    SmtpLine(RelayAccess access, Signer signer) {
        this.access = access;
        this.signer = signer;
    }

    @Override
    public Delivery send(Parcel parcel) {
        try {
            return sendOrFail(parcel);
        } catch (MessagingException | RuntimeException e) {
            if (code(answer(e)) == 0) {
                close(); // the line broke; the next mail gets a new one
            }
            return judged(e);
        }
    }

    private Delivery sendOrFail(Parcel parcel) throws MessagingException {
        try {
            connected()
                    .sendMessage(
                            new AsItIs(access.session(), parcel, signer.signature(parcel.raw())),
                            new Address[] {new InternetAddress(parcel.recipient())});
            return new Delivery.Taken();
        } catch (AddressException e) {
            return new Delivery.Refused("not an address: " + parcel.recipient());
        }
    }

    private SMTPTransport connected() throws MessagingException {
        if (open == null || !open.isConnected()) {
            open = access.connect();
        }
        return open;
    }

    private static Delivery judged(Exception e) {
        var answer = answer(e);
        var why = String.valueOf(answer.getMessage()).strip();
        var code = code(answer);
        return code >= 500 && code < 600 ? new Delivery.Refused(why) : new Delivery.Deferred(why);
    }

    /** What the server answered to the recipient, where it did; else what went wrong at all. */
    private static Exception answer(Exception e) {
        return code(e) == 0 && e instanceof MessagingException it && it.getNextException() != null
                ? answer(it.getNextException())
                : e;
    }

    private static int code(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException it -> it.getReturnCode();
            case SMTPSendFailedException it when it.getNextException() == null -> it.getReturnCode();
            default -> 0;
        };
    }

    @Override
    public void close() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (MessagingException e) {
            // it is gone either way
        } finally {
            open = null;
        }
    }

    /** A mail whose bytes stand already; nothing is to be made of it, only sent. */
    private static final class AsItIs extends SMTPMessage {

        private final byte[] signature;
        private final Content raw;

        AsItIs(Session session, Parcel parcel, byte[] signature) {
            super(session);
            this.signature = signature;
            raw = parcel.raw();
            setEnvelopeFrom("<" + parcel.returnPath() + ">");
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
            out.write(signature);
            try (var in = raw.open()) {
                in.transferTo(out);
            }
        }
    }
}
