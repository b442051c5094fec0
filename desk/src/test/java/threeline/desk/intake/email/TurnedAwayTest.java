package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.identity.HandWritten;
import threeline.desk.people.NewRequester;
import threeline.testing.DeskTest;
import threeline.testing.SmtpTalk;
import threeline.testing.WrittenZone;

/** Whom the charter does not let in by mail is told so in its words, and nothing is lost, repeated or left open. */
@DeskTest
class TurnedAwayTest extends AtTheDoor {

    static final String WORDS = "Mail is for your company's Super Users. Please ask yours, or use the portal.";

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Table table;

    @Autowired
    LetterBox letterBox;

    @Autowired
    MailRound round;

    @Autowired
    Correspondence correspondence;

    @BeforeEach
    void mail_is_for_super_users() throws IOException {
        var charter = Files.readString(Path.of("../charters/procurement.yaml"))
                .replace(
                        "address: help@procurement.example\n    covers: always",
                        "address: %s\n    covers: always\n    who: super-user\n    else: %s".formatted(address, WORDS));
        assertThat(charter).contains(WORDS);
        there(() -> charters.putInForce(charter, "test", "mail is for super users"));
    }

    @Test
    void its_sender_is_told_the_charters_words_and_it_is_closed() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));

        var told = awaitMail(ann, "Super Users");
        awaitStates("refused", 1);
        assertThat(told.text()).contains("Subject: Re: Chairs").contains("Auto-Submitted: auto-replied");
        assertThat(told.from()).isEmpty();
        assertThat(letters("refused")).containsExactly(WORDS);
        assertThat(there(() -> correspondence.find("", 1)).getFirst().path()).contains(WORDS, "its sender is told so");
        thenNothingMoreWasSent(1);
    }

    @Test
    void others_beside_it_become_tickets() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var boss = "boss@" + slug + "-customer.example";
        there(() -> requesters.add(new NewRequester("Boss", boss, null, "Customer " + slug, true)));
        server.mail(boss, address, plain(boss, "Tables", "two please"));

        awaitStates("ticketed", 1);
        awaitStates("refused", 1);
    }

    @Test
    void nobody_is_told_more_than_three_times_an_hour() {
        for (var i = 0; i < 8; i++) {
            server.mail(ann, address, plain(ann, "Chairs " + i, "twelve please " + i));
        }
        awaitStates("refused", 8);
        thenNothingMoreWasSent(3);
    }

    @Test
    void a_program_is_told_nothing() {
        server.mail(ann, address, "Auto-Submitted: auto-generated\n" + plain(ann, "Report", "all is well"));

        awaitStates("refused", 1);
        thenNothingMoreWasSent(0);
    }

    @Test
    void whoever_may_not_have_written_it_is_told_nothing_that_its_writer_chose() throws IOException {
        var victim = "victim@" + slug + "-victim.example";
        var settings = new SmtpDoor.Settings(0, "127.0.0.1", "localhost", List.of(), null, null);
        var door = new SmtpDoor(
                settings,
                new Reception.Staff(
                        mailboxes,
                        new Acceptance(HandWritten.identity(new WrittenZone()), letterBox, round),
                        table,
                        Doors.Limits.usual()));
        door.open();
        try (var unproven = new SmtpTalk(door.port())) {
            for (var i = 0; i < 5; i++) {
                unproven.mail(victim, address, plain("\"Buy now\" <" + victim + ">", "Buy now " + i, "cheap " + i));
            }
        } finally {
            door.destroy();
        }
        var told = awaitMail(victim, "Super Users");
        awaitStates("refused", 5);
        assertThat(told.text()).doesNotContainIgnoringCase("buy now").doesNotContain("cheap");
        thenNothingMoreWasSent(1);
    }

    @Test
    void two_desks_that_turn_each_other_away_stop() {
        server.mail(ann, address, plain(ann, "Chairs", "twelve please"));
        var told = awaitMail(ann, "Super Users");

        server.mail("", address, told.raw());

        awaitStates("suppressed", 1);
        thenNothingMoreWasSent(1);
    }
}
