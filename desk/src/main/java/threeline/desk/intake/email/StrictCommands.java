package threeline.desk.intake.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.Session;

/**
 * Where our server's library is too kind: its BDAT takes a cut connection for the end of a mail, and its MAIL stumbles
 * over a size that is no int. So nobody is offered the one, and the other is looked at first.
 */
final class StrictCommands {

    private StrictCommands() {}

    static void replaceIn(CommandHandler commands) {
        commands.addCommand(new Ehlo());
        commands.addCommand(new NoBdat());
        commands.addCommand(new Data((reception, text) -> {
            var said = reception.data(text);
            return List.of("250 " + said);
        }));
        commands.addCommand(new Mail(commands.getCommand("MAIL")));
    }

    /** What a server that brings mail is told of us. */
    static void greet(String[] words, Session session) throws IOException {
        if (words.length < 2) {
            session.sendResponse("501 Syntax: %s hostname".formatted(words.length == 0 ? "EHLO" : words[0]));
            return;
        }
        session.resetMailTransaction();
        session.setHelo(words[1]);
        var server = session.getServer();
        var encrypts = server.getEnableTLS() && !session.isTLSStarted();
        session.sendResponse("250-%s\r\n%s250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE %d"
                .formatted(server.getHostName(), encrypts ? "250-STARTTLS\r\n" : "", server.getMaxMessageSize()));
    }

    private static final class Mail extends BaseCommand {

        private static final Pattern NO_INT = Pattern.compile("(?i) SIZE=\\d{10,}");

        private final Command mail;

        Mail(Command mail) {
            super("MAIL", "Specifies the sender.", "FROM: <sender> [ <parameters> ]");
            this.mail = mail;
        }

        @Override
        public void execute(String line, Session session) throws IOException, DropConnectionException {
            if (NO_INT.matcher(line).find()) {
                session.sendResponse("552 5.3.4 Message size exceeds fixed limit");
            } else {
                mail.execute(line, session);
            }
        }
    }

    private static final class Ehlo extends BaseCommand {

        Ehlo() {
            super("EHLO", "Introduce yourself.", "<hostname>");
        }

        @Override
        public void execute(String line, Session session) throws IOException {
            greet(getArgs(line), session);
        }
    }

    private static final class NoBdat extends BaseCommand {

        NoBdat() {
            super("BDAT", "Not offered.");
        }

        @Override
        public void execute(String line, Session session) throws IOException {
            session.sendResponse("502 5.5.1 BDAT is not offered here");
        }
    }

    /** How a mail's text is taken in, and what is answered: one line, or one for each recipient. */
    @FunctionalInterface
    interface Taking {

        List<String> answers(Reception reception, InputStream text) throws IOException, RejectException;
    }

    static final class Data extends BaseCommand {

        private final Taking taking;

        Data(Taking taking) {
            super("DATA", "Following text is collected as the message.");
            this.taking = taking;
        }

        @Override
        public void execute(String line, Session session) throws IOException, DropConnectionException {
            if (!session.isMailTransactionInProgress()) {
                session.sendResponse("503 5.5.1 Error: need MAIL command");
            } else if (session.getRecipientCount() == 0) {
                session.sendResponse("503 5.5.1 Error: need RCPT command");
            } else {
                session.sendResponse("354 End data with <CR><LF>.<CR><LF>");
                take(session);
            }
        }

        /** What is left of a text that is refused must not be read as commands, so that ends the connection. */
        private void take(Session session) throws IOException, DropConnectionException {
            try {
                var reception = (Reception) session.getMessageHandler();
                for (var answer : taking.answers(reception, new DottedText(session.getRawInput()))) {
                    session.sendResponse(answer);
                }
                session.resetMailTransaction();
            } catch (DropConnectionException e) {
                throw e;
            } catch (RejectException e) {
                throw new DropConnectionException(e.getCode(), e.getMessage());
            }
        }
    }
}
