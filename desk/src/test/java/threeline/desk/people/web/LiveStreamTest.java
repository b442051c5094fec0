package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static threeline.desk.db.people.Tables.AGENT;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.web.live.Live;

/** What streams say: that something happened, of which ticket only to who sees it, and never what. */
class LiveStreamTest extends DeskWithRequests {

    static final long MANY = 10_000;

    @Autowired
    Live live;

    final List<Listening> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void hang_up() {
        open.forEach(Listening::close);
    }

    /** Zammad CVE-2022-40816: the stream's filter was weaker than the pages'. */
    @Test
    void cve_2022_40816_a_stream_names_tickets_to_who_sees_them_and_words_to_nobody() {
        var ada = hires("ada", Role.AGENT, null);
        hires("oz", Role.AGENT, "Another");
        hires("aud", Role.AUDITOR, null);
        var inside = List.of(listens(signedIn("ada"), ""), listens(signedIn("aud"), ""));
        var outside = listens(signedIn("oz"), "");
        var foreign = foreign();
        var ticket = asked(ann);
        tenant.run(() -> desk.note(ticket, NewMessage.of("zqcanary on this ticket"), ada.id()));
        inside.forEach(it -> await().until(() -> it.names().contains(ticket.toString())));
        var theirs = askedByAnother();
        await().until(() -> !outside.names().isEmpty());
        assertThat(outside.names()).as("to who sees none of the first").containsExactly(theirs.toString());
        assertThat(foreign.lines).as("at another desk").doesNotContain("event: news");
        assertThat(open).allSatisfy(it -> assertThat(it.text()).doesNotContain("zqcanary", "Ann", "Acme", "Look"));
    }

    /** Whatever stands in the address: a stream is of its session's desk and person alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?ticket=1&desk=%s",
                "?tenant=%s&organization=1",
                "?topics=tickets,agents&sees=all",
                "?agent=1&Last-Event-ID=0",
            })
    void nothing_in_its_address_widens_a_stream(String query) {
        hires("oz", Role.AGENT, "Another");
        var outside = listens(signedIn("oz"), query.replace("%s", tenant.slug()));
        var foreign = foreign();
        asked(ann);
        var theirs = askedByAnother();
        await().until(() -> !outside.names().isEmpty());
        assertThat(outside.names()).containsExactly(theirs.toString());
        assertThat(foreign.lines).doesNotContain("event: news");
    }

    /** Who is moved to an organization hears of its tickets alone, from the next word on. */
    @Test
    void a_stream_narrows_with_its_agent() {
        var mo = hires("mo", Role.AGENT, null);
        var open = listens(signedIn("mo"), "");
        var before = asked(ann);
        await().until(() -> open.names().contains(before.toString()));
        var acme = tenant.call(() -> requesters.get(ann).organization()).id().value();
        tenant.run(() -> transactions.executeWithoutResult(_ -> db.update(AGENT)
                .set(AGENT.ORGANIZATION, acme)
                .where(AGENT.ID.eq(mo.id().value()))
                .execute()));
        var others = askedByAnother();
        var after = asked(ann);
        await().until(() -> open.names().contains(after.toString()));
        assertThat(open.names()).doesNotContain(others.toString());
    }

    /** That there was something, of too much to be told apart, would be a word about what they may not see. */
    @Test
    void much_at_once_tells_an_outside_agent_nothing_of_what_is_anothers() {
        hires("oz", Role.AGENT, "Another");
        hires("ada", Role.AGENT, null);
        var outside = listens(signedIn("oz"), "");
        var inside = listens(signedIn("ada"), "");
        LongStream.range(MANY, 2 * MANY).forEach(it -> live.tell(tenant.id(), Long.toString(it)));
        await().until(() -> inside.lines.contains("event: news"));
        var theirs = askedByAnother();
        await().until(() -> !outside.names().isEmpty());
        assertThat(outside.names()).containsExactly(theirs.toString());
        assertThat(outside.lines)
                .as("news of nothing that is named")
                .noneMatch(it -> it.strip().equals("data:"));
    }

    TicketNumber askedByAnother() {
        return asked(tenant.call(() -> requesters
                .add(new NewRequester("Bo", mail("bo"), null, "Another", false))
                .id()));
    }

    Listening foreign() {
        var slug = "far-" + unique;
        var far = tenants.add(slug, "Far");
        far.run(() -> {
            charters.putInForce(
                    "desk: Far\nprefix: FAR\nzone: UTC\nseverities:\n  normal: { means: Anything }\n", "t", "first");
            hiresAt(slug);
        });
        var visitor = new Visitor(port);
        visitor.signIn(slug, "ada@" + slug + ".example", PASSWORD);
        return listens("/" + slug, visitor, "");
    }

    Agent hiresAt(String slug) {
        return agents.add(new NewAgent(
                "ada", "ada@" + slug + ".example", Role.ADMIN, java.util.Set.of(), passwords.hash(PASSWORD)));
    }

    Listening listens(Visitor visitor, String query) {
        return listens(path(""), visitor, query);
    }

    Listening listens(String at, Visitor visitor, String query) {
        var listening = new Listening(visitor, at + "/live" + query);
        open.add(listening);
        return listening.welcomed();
    }
}
