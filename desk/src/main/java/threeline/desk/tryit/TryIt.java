package threeline.desk.tryit;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first thing a newcomer does: one mail's way through the procurement desk, and one promise broken. It says what it
 * saw at each step, and ends with status 1 at the first thing that is not as it should be.
 */
public final class TryIt {

    private static final String DESK = "procurement";
    private static final Pattern REFERENCE = Pattern.compile("\\[(PRO-([0-9]+))]");
    private static final Pattern PROMISED = Pattern.compile("We will answer by (.*) \\((.*)\\)\\.");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

    private final PrintStream out;
    private final String house;
    private final Window window;
    private final MailClient mail;
    private final Outbox outbox;
    private final Agent agent;
    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private int step;

    private TryIt(String host, int http, int smtp, PrintStream out) {
        this.out = out;
        house = "http://%s:%d".formatted(host, http);
        window = new Window(house);
        var me = "ann.%s@customer.example".formatted(run);
        mail = new MailClient(host, smtp, me, "Ann Archer");
        outbox = new Outbox(window, me);
        agent = new Agent(window, DESK);
    }

    public static void main(String[] arguments) {
        try {
            new TryIt("localhost", port(arguments, 0, 8080), port(arguments, 1, 2525), System.out).play();
        } catch (Failed failed) {
            System.out.flush();
            System.err.println("\ntry-it: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static int port(String[] arguments, int place, int otherwise) {
        if (arguments.length <= place) {
            return otherwise;
        }
        try {
            return Integer.parseInt(arguments[place]);
        } catch (NumberFormatException notANumber) {
            throw new Failed("a port, as in: bin/threeline try-it [HTTP-PORT [SMTP-PORT]]", arguments[place]);
        }
    }

    private void play() {
        var address = "help@%s.example".formatted(DESK);
        var number = aMailBecomesATicket(address);
        theAgentAnswers(number);
        theRequesterAnswersBack(number);
        theAgentResolves(number);
        nobodyAnswersAnother(address);
        out.println("\nAll of it is as it should be. Look around: %s/%s/ and /dev/outbox".formatted(house, DESK));
    }

    private String aMailBecomesATicket(String address) {
        var subject = "Twelve chairs " + run;
        window.text("/dev/outbox.json");
        var sent = mail.send(
                new MailClient.Draft(address, subject, "We need twelve by March — blue, please.", null, "chairs.csv"));
        say("A mail with a file went to %s; the server said: %s", address, sent.answer());
        var acknowledgement = outbox.await("an acknowledgement of \"%s\"".formatted(subject), subject);
        var reference = REFERENCE.matcher(acknowledgement.subject());
        expect(reference.find(), "a subject that quotes the reference", acknowledgement.subject());
        expect(
                acknowledgement.header("In-Reply-To").equals(sent.messageId()),
                "it to answer " + sent.messageId(),
                acknowledgement.header("In-Reply-To"));
        expect(
                acknowledgement.header("Auto-Submitted").equals("auto-replied"),
                "it to say that it is automatic",
                acknowledgement.header("Auto-Submitted"));
        say("The acknowledgement came: %s%n%s", acknowledgement.subject(), indented(acknowledgement.text()));
        return reference.group(2);
    }

    private void theAgentAnswers(String number) {
        say("Signed in at /%s/ as %s", DESK, agent.signIn());
        say("In the queue: %s", agent.queueRow("Twelve chairs " + run));
        var opened =
                agent.entry(number, "the mail on the timeline", it -> it.text().contains("We need twelve"));
        expect(opened.text().contains("chairs.csv"), "the file beside it", opened.text());
        say("The ticket's page has the mail and its file: %s", opened.text());
        var promises = agent.promises(number);
        expect(
                promises.stream().anyMatch(it -> it.contains("esponse")),
                "the promise of a response",
                promises.toString());
        promises.forEach(it -> say("A promise, and why it is due then: %s", it));
        agent.reply(number, "They can be there in February.\n\nShall we order them?");
    }

    private void theRequesterAnswersBack(String number) {
        var reply = outbox.await("the agent's reply", "Shall we order them?");
        expect(
                reply.subject().contains("[PRO-%s]".formatted(number)),
                "a subject that quotes the reference",
                reply.subject());
        expect(!reply.header("References").isEmpty(), "a threaded mail", reply.raw());
        expect(
                reply.header("Auto-Submitted").isEmpty(),
                "a mail that says a person wrote it",
                reply.header("Auto-Submitted"));
        say("The reply left as a threaded mail: %s, answers go to %s", reply.subject(), reply.address("Reply-To"));
        mail.send(new MailClient.Draft(
                reply.address("Reply-To"),
                "Re: " + reply.subject(),
                "Yes, please do.",
                reply.header("Message-ID"),
                null));
        agent.entry(
                number,
                "the requester's answer on the same ticket",
                it -> it.text().contains("Yes, please do."));
        say("The requester's answer is on the same ticket, PRO-%s", number);
    }

    private void theAgentResolves(String number) {
        agent.resolve(number);
        var told = outbox.await("a mail that says it is resolved", "is resolved");
        say("The agent resolved it, and the requester was told: %s", told.subject());
    }

    private void nobodyAnswersAnother(String address) {
        var subject = "A lamp " + run;
        mail.send(new MailClient.Draft(address, subject, "The lamp on the second floor is dark.", null, null));
        var acknowledgement = outbox.await("an acknowledgement of \"%s\"".formatted(subject), subject);
        var reference = REFERENCE.matcher(acknowledgement.subject());
        var promised = PROMISED.matcher(acknowledgement.text());
        expect(reference.find() && promised.find(), "a reference and a promised time", acknowledgement.text());
        var zone = ZoneId.of(promised.group(2));
        say("Nobody will answer %s, which is promised by %s", reference.group(1), promised.group(1));
        var turned = turnPast(promised.group(1), zone);
        agent.signIn();
        var breach = agent.entry(
                reference.group(2),
                "the breach on the timeline",
                it -> it.attr("data-kind").equals("breach"));
        var at = at(breach);
        expect(
                WHEN.format(at.atZone(zone)).equals(promised.group(1)) && at.isBefore(turned),
                "the breach dated " + promised.group(1),
                "" + at);
        say(
                "The demo's time was turned to %s; on the timeline: %s, dated %s",
                turned, breach.select(".event > span").text(), at);
    }

    /** Turns the demo's time to an hour after what was promised. */
    private Instant turnPast(String promised, ZoneId zone) {
        var now = now(window.text("/dev/time"));
        var due = due(promised, now.atZone(zone));
        var forward = Duration.between(now, due).plusHours(1);
        return now(window.post("/dev/time", "{\"forward\": \"%s\"}".formatted(forward)));
    }

    /** The words leave out the year: it is this one, or at its end the next. */
    private static Instant due(String promised, ZonedDateTime now) {
        for (var day = now.toLocalDate(); ; day = day.plusDays(1)) {
            var time = promised.substring(promised.length() - 5).split(":");
            var at = day.atTime(Integer.parseInt(time[0]), Integer.parseInt(time[1]))
                    .atZone(now.getZone());
            if (WHEN.format(at).equals(promised)) {
                return at.toInstant();
            }
        }
    }

    private static Instant now(String json) {
        return Instant.parse(new JsonMapper().readTree(json).get("now").asString());
    }

    private static Instant at(Element entry) {
        return Instant.parse(entry.select("time").attr("datetime"));
    }

    private void say(String what, Object... words) {
        out.printf("%2d. %s%n", ++step, what.formatted(words));
    }

    private static String indented(String text) {
        return text.strip().indent(8).stripTrailing();
    }

    private static void expect(boolean asItShould, String expected, String came) {
        if (!asItShould) {
            throw new Failed(expected, came);
        }
    }
}
