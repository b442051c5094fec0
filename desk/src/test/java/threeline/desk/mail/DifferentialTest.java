package threeline.desk.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.junit.jupiter.api.Test;
import threeline.desk.content.Content;

/**
 * Where our parser and another one find different parts in a mail, a scanner may see nothing where a reader sees something. Such
 * mails are said to be ambiguous, and mails as programs write them are not.
 */
class DifferentialTest {

    @Test
    void whatever_two_parsers_read_differently_is_said_to_be_ambiguous() {
        var unsaid = new ArrayList<String>();
        var differ = 0;
        var said = 0;
        var all = AmbiguousMails.all();
        for (var mail : all.entrySet()) {
            var raw = mail.getValue().getBytes(ISO_8859_1);
            var found = ambiguities(raw);
            var differs = !ours(raw).equals(theirs(raw));
            differ += differs ? 1 : 0;
            said += found.isEmpty() ? 0 : 1;
            if (differs && found.isEmpty()) {
                unsaid.add("%s: %s, and %s".formatted(mail.getKey(), ours(raw), theirs(raw)));
            }
        }
        System.out.printf("%d mails, %d read differently, %d said to be ambiguous%n", all.size(), differ, said);
        assertThat(unsaid).isEmpty();
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(differ).as("a corpus on which they agree proves nothing").isGreaterThan(20);
    }

    @Test
    void mails_as_programs_write_them_are_not_ambiguous() {
        var wrong = new TreeMap<String, Set<Ambiguity>>();
        AmbiguousMails.ordinary().forEach((name, mail) -> {
            var found = ambiguities(mail.getBytes(ISO_8859_1));
            if (!found.isEmpty()) {
                wrong.put(name, found);
            }
        });
        assertThat(wrong).isEmpty();
    }

    static Set<Ambiguity> ambiguities(byte[] raw) {
        return MimeReader.read(raw) instanceof Reading.Read(var mail)
                ? mail.ambiguities()
                : Set.of(Ambiguity.NO_BOUNDARY);
    }

    /** The hashes of all leaves, as our parser decodes them. */
    static List<String> ours(byte[] raw) {
        var leaves = new ArrayList<String>();
        var tokens = MimeReader.tokens(DecodeMonitor.SILENT);
        tokens.parse(new ByteArrayInputStream(raw));
        try {
            for (var state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                if (state == EntityState.T_BODY) {
                    leaves.add(hash(tokens.getDecodedInputStream().readAllBytes()));
                }
            }
        } catch (MimeException | IOException broken) {
            leaves.add("broken");
        }
        return leaves;
    }

    /** The same by Angus Mail. */
    static List<String> theirs(byte[] raw) {
        var leaves = new ArrayList<String>();
        try {
            var properties = new Properties();
            var session = Session.getInstance(properties);
            gather(new MimeMessage(session, new ByteArrayInputStream(raw)), leaves);
        } catch (MessagingException | IOException | RuntimeException broken) {
            leaves.add("broken");
        }
        return leaves;
    }

    private static void gather(Part part, List<String> leaves) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                gather(each, leaves);
            }
        } else {
            leaves.add(hash(part.getInputStream().readAllBytes()));
        }
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Content.of(bytes).sha256()).substring(0, 8);
    }
}
