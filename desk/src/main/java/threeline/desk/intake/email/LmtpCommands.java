package threeline.desk.intake.email;

import java.io.IOException;
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
        commands.addCommand(new StrictCommands.Data(Reception::each));
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
}
