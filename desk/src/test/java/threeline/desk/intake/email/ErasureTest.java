package threeline.desk.intake.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.audit.Check;
import threeline.desk.audit.Line;
import threeline.desk.audit.Trail;
import threeline.desk.content.Content;
import threeline.desk.database.Database;
import threeline.desk.mail.Onlookers;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.erasure.Erasure;
import threeline.desk.people.erasure.Erasures;
import threeline.desk.people.erasure.Whom;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.desk.timekeeping.Timekeeper;
import threeline.testing.DeskTest;
import threeline.testing.Traces;

/** Somebody is erased: nothing of a desk names them or has their words any more, and all that happened still stands. */
@DeskTest
class ErasureTest extends AtTheDoor {

    static final String NAME = "Zelda Zquarx";
    static final String WORDS = "My wistful quokka is behind the plywood.";
    static final byte[] FILE = "numbat in a file".getBytes(UTF_8);
    static final List<String> TRACES = List.of("zquarx", "wistful", "plywood", "numbat", "quokka");

    @Autowired
    Erasures erasures;

    @Autowired
    Onlookers onlookers;

    @Autowired
    Timekeeper timekeeper;

    @Autowired
    Trail trail;

    @Autowired
    Check check;

    @Autowired
    Database database;

    final String zelda = "zelda@" + slug + "-zquarx.example";

    @Test
    void nothing_of_a_desk_names_somebody_erased_and_all_that_happened_stands() throws SQLException {
        var hers = sheAsks();
        var others = sheTakesPartIn();
        sheIsNoted();
        var known = there(() -> requesters.find(zelda)).orElseThrow();
        var before = Stream.of(hers, others).map(this::judged).toList();
        assertThat(traces(tenant)).as("what is to go is there before").hasSizeGreaterThan(10);

        var outlook = there(() -> erasures.outlook(new Whom.OfRequesters(known.id())));
        assertThat(there(() -> requesters.find(zelda)))
                .as("looking changes nothing")
                .contains(known);
        var done = erase(known);

        assertThat(traces(tenant)).isEmpty();
        assertThat(done.counts()).isEqualTo(outlook);
        assertThat(Stream.of(hers, others).map(this::judged)).isEqualTo(before);
        assertThat(there(() -> check.run(null, _ -> {})).findings()).isEmpty();
        assertThat(timeline(others).getFirst().text()).contains("Bob's own words stay", "[erased]");
        assertThat(there(() -> requesters.get(known.id())).name())
                .isEqualTo("Erased " + known.id().value());
        assertThat(there(() -> requesters.find(zelda))).isEmpty();
    }

    @Test
    void what_she_asked_elsewhere_and_what_others_asked_here_stays() throws SQLException {
        var elsewhere = tenants.add(slug + "-2", "Elsewhere");
        elsewhere.run(() -> {
            charters.putInForce(
                    "desk: Elsewhere\nprefix: ELS\nzone: UTC\nseverities:\n  normal: { means: Anything }\n",
                    "t",
                    "first");
            var there = requesters.recognise(zelda, NAME);
            desk.open(NewTicket.of(there.id(), "email", "Plywood", WORDS));
        });
        var file = new NewAttachment("numbat.txt", "text/plain", Content.of(FILE));
        var bobs = there(() -> {
            var bob = requesters.recognise("bob@" + slug + ".example", "Bob Barge");
            return desk.open(NewTicket.of(bob.id(), "email", null, new NewMessage("A file", "See it.", List.of(file))));
        });
        sheAsks();
        erase(there(() -> requesters.find(zelda)).orElseThrow());
        assertThat(traces(elsewhere)).isNotEmpty();
        assertThat(there(() -> timeline.file(bobs.number(), 1, 0))
                        .orElseThrow()
                        .content()
                        .bytes())
                .as("the same file as hers, of somebody else's")
                .isEqualTo(FILE);
    }

    /** Who takes words out of the trail otherwise, even as the database's owner, is found. */
    @Test
    void words_taken_out_of_the_trail_for_no_erasure_are_missed() throws SQLException {
        there(() -> transactions.execute(_ -> {
            trail.add(new Line(Line.What.DONE, "agent 5", "POST /tickets/1/notes", "Nadia"));
            return trail.head();
        }));
        there(() -> trail.head());
        asOwner("begin; set local app.erasing = 'on'; delete from audit.words where tenant = '%1$s' and seq = 1;"
                + " insert into audit.taken (tenant, seq, erasure) values ('%1$s', 1, 7); commit");
        assertThat(there(() -> check.run(null, _ -> {})).findings())
                .containsExactly("the words of 1 lines are gone for erasure 7, and no line says so");
    }

    /** Hers: by mail with a file, answered with her words below, with a note on her. */
    Ticket sheAsks() {
        server.mail(zelda, address, """
                From: "%s" <%s>
                To: %s
                Subject: Plywood
                Message-ID: <%s@zquarx.example>
                Content-Type: multipart/mixed; boundary=B

                --B
                Content-Type: text/plain; charset=utf-8

                %s
                --B
                Content-Type: text/plain; name=numbat.txt
                Content-Disposition: attachment; filename=numbat.txt
                Content-Transfer-Encoding: base64

                %s
                --B--
                """.formatted(
                NAME, zelda, address, slug, WORDS, java.util.Base64.getEncoder().encodeToString(FILE)));
        var ticket = onlyTicket();
        there(() -> desk.reply(ticket.number(), NewMessage.of("Dear Zelda,\n\nwhich one?\n\n> " + WORDS), nadia));
        there(() -> desk.note(ticket.number(), NewMessage.of("Zquarx again, see +44 20 5550 777"), nadia));
        awaitMail(zelda, "which one?");
        return ticket;
    }

    /** Bob's, where she was copied in, wrote, and was quoted and named. */
    Ticket sheTakesPartIn() {
        var ticket = there(() -> {
            var bob = requesters.recognise("bob@" + slug + ".example", "Bob Barge");
            return desk.open(NewTicket.of(
                    bob.id(),
                    "email",
                    "With Zelda Zquarx",
                    "Bob's own words stay.\nAs zelda  ZQUARX says:\n> > " + WORDS + "\nwrite to " + zelda));
        });
        there(() -> {
            var she = requesters.find(zelda).orElseThrow();
            onlookers.suggest(ticket.number().reference("PRO"), List.of(threeline.desk.mail.MailAddress.of(zelda)));
            onlookers.approve(ticket.number().reference("PRO"), zelda, "Nadia");
            desk.contact(ticket.number(), NewMessage.of(WORDS), she.id(), "email");
            desk.note(ticket.number(), NewMessage.of("Zelda is right: " + NAME + " knows it."), nadia);
            return desk.reply(ticket.number(), NewMessage.of("Thank you, Zelda.\n>" + WORDS), nadia);
        });
        awaitMail(zelda, "Thank you");
        return ticket;
    }

    void sheIsNoted() {
        there(() -> transactions.execute(_ -> {
            trail.add(new Line(
                    Line.What.SEEN,
                    "requester " + requesters.find(zelda).orElseThrow().id().value(),
                    "GET /portal",
                    "%s <%s> from 192.0.2.7".formatted(NAME, zelda)));
            trail.add(new Line(Line.What.DENIED, "nobody", "POST /sign-in 401", "as <%s>".formatted(zelda)));
            return null;
        }));
    }

    Erasure erase(Requester who) {
        there(() -> {
            erasures.want(new Whom.OfRequesters(who.id()), "asked on 23 November", nadia);
            return null;
        });
        await().until(() -> latest(who.id()).doneAt() != null);
        return latest(who.id());
    }

    Erasure latest(RequesterId who) {
        return there(() -> erasures.of(new Whom.OfRequesters(who))).orElseThrow();
    }

    String judged(Ticket ticket) {
        return there(() -> {
            var acts = timeline.acts(List.of(ticket.number())).get(ticket.number());
            return timekeeper.standing(acts, time.instant()).promises().toString()
                    + acts.stream()
                            .map(it -> it.at() + " " + it.event() + " " + it.author())
                            .toList();
        });
    }

    List<String> traces(Tenant of) throws SQLException {
        return new Traces(database, TRACES, List.of("people.erasure")).at(of);
    }

    void asOwner(String sql) throws SQLException {
        var owner = database.owner();
        try (var connection = DriverManager.getConnection(database.url(), owner.role(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute(sql.formatted(tenant.id()));
        }
    }
}
