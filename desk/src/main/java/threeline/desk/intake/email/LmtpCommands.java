package threeline.desk.intake.email;

import java.io.IOException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.internal.io.DotTerminatedInputStream;
import org.subethamail.smtp.internal.io.DotUnstuffingInputStream;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.Session;

/** LMTP (RFC 2033) where it is another than SMTP: another greeting, and an answer for each recipient after the text. */
final class LmtpCommands {

    private LmtpCommands() {}

    static void replaceIn(CommandHandler commands) {
        StrictCommands.replaceIn(commands);
        commands.addCommand(new Lhlo());
        commands.addCommand(new NotHere("EHLO"));
        commands.addCommand(new NotHere("HELO"));
        commands.addCommand(new Data());
    }

    private static final class Lhlo extends BaseCommand {

        Lhlo() {
            super("LHLO", "Introduce yourself.", "<hostname>");
        }

        @Override
        public void execute(String line, Session session) throws IOException {
            StrictCommands.greet(getArgs(line), session);
        }
    }

    private static final class NotHere extends BaseCommand {

        NotHere(String command) {
            super(command, "This is LMTP.");
        }

        @Override
        public void execute(String line, Session session) throws IOException {
            session.sendResponse("500 5.5.1 this is LMTP: LHLO");
        }
    }

    private static final class Data extends BaseCommand {

        Data() {
            super("DATA", "Following text is collected as the message.");
        }

        @Override
        public void execute(String line, Session session) throws IOException {
            if (!session.isMailTransactionInProgress()) {
                session.sendResponse("503 5.5.1 Error: need MAIL command");
            } else if (session.getRecipientCount() == 0) {
                session.sendResponse("503 5.5.1 Error: need RCPT command");
            } else {
                session.sendResponse("354 End data with <CR><LF>.<CR><LF>");
                take(session);
            }
        }

        private static void take(Session session) throws IOException {
            var text = new DotTerminatedInputStream(session.getRawInput());
            var reception = (Reception) session.getMessageHandler();
            try {
                for (var answer : reception.each(new DotUnstuffingInputStream(text))) {
                    session.sendResponse(answer);
                }
                session.resetMailTransaction();
            } catch (RejectException e) {
                session.sendResponse(e.getErrorResponse());
                session.quit(); // what is left of the text must not be read as commands
            }
        }
    }
}
