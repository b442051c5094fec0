package threeline.desk.notification;

import static org.awaitility.Awaitility.await;
import static threeline.desk.db.mail.Tables.OUTBOX;
import static threeline.desk.db.notification.Tables.NOTICE;
import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.PART;
import static threeline.desk.db.people.Tables.REQUESTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.desk.people.Agent;
import threeline.desk.people.NewAgent;
import threeline.desk.people.NewRequester;
import threeline.desk.people.Requester;
import threeline.desk.people.Role;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.Ticket;
import threeline.testing.HandTurnedTime;
import threeline.testing.Mails;
import threeline.testing.RunningDesk;
import threeline.testing.TestRelay;

/** A desk of its own by one of the charters, with people made as a test needs them, and what they were told. */
abstract class AtADesk extends RunningDesk {

    @Autowired
    Words words;

    @Autowired
    Habits habits;

    final String slug = "n-" + UUID.randomUUID().toString().substring(0, 8);
    final String address = "help@" + slug + ".example";

    @BeforeEach
    void on_a_monday_at_nine() {
        time.set(HandTurnedTime.MONDAY_AT_NINE);
    }

    void opens(String charter) {
        opens(charter, "\0", "");
    }

    /** With something of the charter put otherwise. */
    void opens(String charter, String was, String now) {
        try {
            var text = Files.readString(Path.of("../charters/%s.yaml".formatted(charter)))
                    .replace("help@%s.example".formatted(charter), address)
                    .replace(was, now);
            tenant = tenants.add(slug, charter);
            tenant.run(() -> charters.putInForce(text, "test", "first"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String mailOf(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "@" + slug + ".example";
    }

    Agent agent(String name, String... groups) {
        return there(() -> agents.add(new NewAgent(name, mailOf(name), Role.AGENT, Set.of(groups), null)));
    }

    void plays(Agent agent, String part) {
        thereInTransaction(() -> db.insertInto(PART, PART.AGENT, PART.ROLE)
                .values(agent.id().value(), part)
                .execute());
    }

    /** Sees nothing but what this organization asks for. */
    void isOf(Agent agent, String organization) {
        thereInTransaction(() -> db.update(AGENT)
                .set(AGENT.ORGANIZATION, organizations.named(organization).id().value())
                .where(AGENT.ID.eq(agent.id().value()))
                .execute());
    }

    Requester requester(String name, String organization) {
        return there(() -> requesters.add(new NewRequester(name, mailOf(name), null, organization, false)));
    }

    void speaks(Requester requester, String language) {
        thereInTransaction(() -> db.update(REQUESTER)
                .set(REQUESTER.LANGUAGE, language)
                .where(REQUESTER.ID.eq(requester.id().value()))
                .execute());
    }

    Ticket open(Requester from, String subject) {
        var message = new NewMessage(subject, "please", List.of());
        return there(() -> desk.open(NewTicket.of(from.id(), "email", null, message)));
    }

    List<String> told(Agent agent) {
        return there(() -> words.of(agent.id(), null, 2_000)).stream()
                .map(Word::line)
                .toList()
                .reversed();
    }

    void awaitTold(Agent agent, String line) {
        await().untilAsserted(() ->
                org.assertj.core.api.Assertions.assertThat(told(agent)).anyMatch(it -> it.contains(line)));
    }

    List<String> mails(String name) {
        return TestRelay.mailsTo(mailOf(name)).stream().map(Mails::text).toList();
    }

    String awaitMail(String name, String saying) {
        await().untilAsserted(() ->
                org.assertj.core.api.Assertions.assertThat(mails(name)).anyMatch(it -> it.contains(saying)));
        return mails(name).stream()
                .filter(it -> it.contains(saying))
                .findFirst()
                .orElseThrow();
    }

    /** Nothing is left to be told, nor on its way. */
    void awaitQuiet() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> org.assertj.core.api.Assertions.assertThat(thereInTransaction(this::unsaid))
                        .isEmpty());
    }

    private String unsaid() {
        var notices = db.fetch(NOTICE);
        var mails = db.select(OUTBOX.RECIPIENT, OUTBOX.SUBJECT, OUTBOX.FAILURE)
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq("waiting"))
                .fetch();
        return notices.isEmpty() && mails.isEmpty() ? "" : "%s %s".formatted(notices, mails);
    }

    <T> T there(Supplier<T> work) {
        return tenant.call(work);
    }

    <T> T thereInTransaction(Supplier<T> work) {
        return tenant.call(() -> transactions.execute(_ -> work.get()));
    }
}
