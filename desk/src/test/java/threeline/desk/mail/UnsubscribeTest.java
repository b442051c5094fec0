package threeline.desk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import threeline.desk.content.Spool;

/** A mail that can be done without says where; one that was asked for does not. */
class UnsubscribeTest {

    @Test
    void the_page_is_named_where_there_is_one() {
        assertThat(written("https://desks.example/procurement/told/habit"))
                .contains("\r\nList-Unsubscribe: <https://desks.example/procurement/told/habit>\r\n"
                        + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    }

    /** RFC 8058 knows https alone. */
    @Test
    void without_tls_there_is_no_one_click() {
        assertThat(written("http://desks.example/procurement/told/habit"))
                .contains("List-Unsubscribe:")
                .doesNotContain("List-Unsubscribe-Post");
    }

    @Test
    void the_mail_of_a_ticket_names_none() {
        assertThat(written(null)).doesNotContain("List-Unsubscribe");
    }

    private static String written(@Nullable String page) {
        var mail = new OutgoingMail(
                new OutgoingMail.Route(
                        MailAddress.of("help@desk.example"), MailAddress.of("ann@x.example"), null, null, page),
                new OutgoingMail.Words("Hello", "Hello\n", "<p>Hello</p>"),
                new IncomingMail.Thread("a@desk.example", List.of()),
                OutgoingMail.Origin.DESK,
                List.of());
        return new String(
                MimeWriter.write(mail, Instant.parse("2026-11-23T09:00:00Z"), "desk", Spool.inHand())
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}
