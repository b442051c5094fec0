package threeline.desk.tryit;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A requester's mail program. */
final class MailClient {

    private final Session session;
    private final InternetAddress me;

    MailClient(String host, int port, String address, String name) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", "" + port);
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "20000");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        session = Session.getInstance(properties);
        try {
            me = new InternetAddress(address, name, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    record Draft(
            String to,
            String subject,
            String text,
            @Nullable String answers,
            @Nullable String file) {}

    /** What was sent under which Message-ID, and what the server said to it. */
    record Sent(String messageId, String answer) {}

    Sent send(Draft draft) {
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            var message = message(draft);
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
            return new Sent(
                    message.getMessageID(), transport.getLastServerResponse().strip());
        } catch (MessagingException e) {
            throw new Failed("the desk's mail server to take a mail to " + draft.to(), "" + e.getMessage());
        }
    }

    private MimeMessage message(Draft draft) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(me);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(draft.to()));
        message.setSubject(draft.subject(), "UTF-8");
        if (draft.answers() != null) {
            message.setHeader("In-Reply-To", draft.answers());
            message.setHeader("References", draft.answers());
        }
        if (draft.file() == null) {
            message.setText(draft.text(), "UTF-8");
        } else {
            message.setContent(withFile(draft.text(), draft.file()));
        }
        message.saveChanges();
        return message;
    }

    private static MimeMultipart withFile(String text, String name) throws MessagingException {
        var words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        var file = new MimeBodyPart();
        var bytes = "item;how many\nchair;12\n".getBytes(StandardCharsets.UTF_8);
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/csv")));
        file.setFileName(name);
        return new MimeMultipart(words, file);
    }
}
