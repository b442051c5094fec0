package threeline.desk.intake.email;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.content.Spool;
import threeline.desk.intake.email.screening.Facts;
import threeline.desk.intake.email.screening.Screening;
import threeline.desk.intake.email.screening.Verdict;
import threeline.desk.mail.Forward;
import threeline.desk.mail.IncomingMail;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.Mailbox;
import threeline.desk.mail.Mailboxes;
import threeline.desk.mail.MimeReader;
import threeline.desk.mail.Reading;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Principals;
import threeline.desk.people.access.Rights;
import threeline.desk.people.access.Writer;
import threeline.desk.tenant.Tenant;
import threeline.desk.vendor.VendorThreads;

/** Says what becomes of a letter and why, step by step, and calls the ticket desk once, or not at all. */
@Component
class Sorting {

    private final Mailboxes mailboxes;
    private final Threads threads;
    private final Agents agents;
    private final Principals principals;
    private final Counter counter;

    Sorting(Mailboxes mailboxes, Threads threads, Agents agents, Principals principals, Counter counter) {
        this.mailboxes = mailboxes;
        this.threads = threads;
        this.agents = agents;
        this.principals = principals;
        this.counter = counter;
    }

    /** A letter and its mail, the channel it came by, and the steps so far. */
    private record Case(Letter letter, IncomingMail mail, String channel, Path path, Spool spool) {

        boolean proven() {
            return letter.authenticity().proven();
        }

        String seen() {
            return letter.authenticity().words();
        }

        MailAddress from() {
            return mail.from().orElseThrow();
        }
    }

    /** {@code repeated} is the letter with the same content that came before, if one did. */
    Letters.Settled sort(Letter letter, Letters.@Nullable Repeated repeated) {
        try (var spool = new Spool()) {
            return sort(letter, repeated, spool);
        }
    }

    private Letters.Settled sort(Letter letter, Letters.@Nullable Repeated repeated, Spool spool) {
        var path = new Path();
        return switch (MimeReader.read(letter.raw(), spool)) {
            case Reading.Unreadable(var reason) ->
                settled(letter, new Outcome.Quarantined("unreadable: " + reason), null, path);
            case Reading.Read(var mail) -> {
                var id = mail.thread().messageId();
                var outcome = repeated != null && (id != null || repeated.fetchedAgain())
                        ? new Outcome.Suppressed("the same mail came before", repeated.letter())
                        : outcome(letter, mail, path, spool);
                counter.remember(outcome, id);
                yield settled(letter, outcome, mail, path);
            }
        };
    }

    private Letters.Settled settled(Letter letter, Outcome outcome, @Nullable IncomingMail mail, Path path) {
        var ticket = outcome.ticket();
        path.step(ticket == null ? outcome.state() : "%s %s".formatted(outcome.state(), counter.reference(ticket)));
        Optional.ofNullable(outcome.why()).ifPresent(path::step);
        return new Letters.Settled(
                letter.id(),
                outcome,
                mail == null ? null : mail.thread().messageId(),
                mail == null ? Filing.Layout.NONE : Filing.Layout.of(mail),
                path.steps());
    }

    /** What a vendor writes is for the desk alone; a program of theirs, or somebody not proven, has not answered. */
    private Outcome fromVendor(Case it, VendorThreads.Found found, @Nullable String why) {
        it.path().step("goes on with " + found.about());
        var doubt = why != null
                ? why
                : may(Writer.ofVendor(it.from(), it.proven()), Action.ANSWER_FOR_VENDOR)
                        ? null
                        : "says it is from %s, which is not proven: %s"
                                .formatted(it.from().address(), it.seen());
        return counter.fromVendor(found, it.mail(), doubt);
    }

    private Outcome outcome(Letter letter, IncomingMail mail, Path path, Spool spool) {
        var ours = mailboxes.ours();
        var facts = new Facts(
                mail,
                letter.returnPath(),
                Tenant.current().id(),
                ours.stream().map(Mailbox::address).collect(Collectors.toSet()));
        var it = new Case(letter, mail, counter.channelOf(letter.mailbox()), path, spool);
        path.step("to " + letter.recipient());
        mail.from().ifPresent(from -> path.step("from %s: %s".formatted(from.address(), it.seen())));
        var verdict = Screening.judge(facts);
        var vendor = threads.ofVendor(letter, mail);
        return switch (verdict) {
            case Verdict.Ignore(var why) -> new Outcome.Suppressed(why, null);
            case Verdict.Quarantine(var why) -> new Outcome.Quarantined(why);
            case Verdict.Echo(var _, var why) when vendor.isPresent() -> fromVendor(it, vendor.get(), why);
            case Verdict.Quietly(var why) when vendor.isPresent() -> fromVendor(it, vendor.get(), why);
            case Verdict.Accept() when vendor.isPresent() -> fromVendor(it, vendor.get(), null);
            case Verdict.Echo(var _, var why) -> echo(it, why);
            case Verdict.Quietly(var why) -> quietly(it, why);
            case Verdict.Accept() -> accept(it);
        };
    }

    private static boolean may(Writer writer, Action what) {
        return Rights.may(writer, what, writer.own());
    }

    private Outcome echo(Case it, String why) {
        return threads.concernedBy(it.letter(), it.mail())
                .map(ticket -> counter.noted(ticket, it.mail(), why))
                .orElseGet(() -> new Outcome.Suppressed(why + ", about no ticket of ours", null));
    }

    /** What a program writes goes on with no ticket in anybody's name. */
    private Outcome quietly(Case it, String why) {
        var belonging = threads.belonging(it.letter(), it.mail());
        it.path().step(belonging.how());
        return switch (belonging) {
            case Belonging.Continues(var ticket, var _) -> counter.noted(ticket, it.mail(), why);
            case Belonging.Claims(var ticket, var _) -> counter.noted(ticket, it.mail(), why);
            case Belonging.Nothing _ -> counter.opened(it.letter(), it.mail(), it.channel(), why);
        };
    }

    private Outcome accept(Case it) {
        var agent = agents.find(it.from().normal());
        if ((agent.isPresent() || isOurDomain(it.from()))
                && !may(Writer.of(it.from(), it.proven()), Action.WRITE_FROM_WITHIN)) {
            return new Outcome.Quarantined("says it is from %s, one of our own, which is not proven: %s"
                    .formatted(it.from().address(), it.seen()));
        }
        return agent.isPresent() ? byAgent(it, agent.get()) : byRequester(it);
    }

    /** Agents don't answer by mail, but what they pass on who may becomes a ticket of whoever wrote it first. */
    private Outcome byAgent(Case it, Agent agent) {
        var named = threads.named(it.letter(), it.mail());
        var forward =
                Forward.in(it.mail(), it.spool()).filter(_ -> named.isEmpty()).filter(this::isFromOutside);
        var may = Rights.may(principals.of(agent), Action.OPEN_TICKETS, new Rights.Thing.OfDesk());
        if (forward.isPresent() && may) {
            it.path()
                    .step("passed on by %s; first written by %s"
                            .formatted(agent.name(), forward.get().sender().address()));
            return counter.passedOn(forward.get(), agent, it.channel());
        }
        return named.isPresent()
                ? counter.noted(named.get(), it.mail(), "a mail from %s; agents answer here".formatted(agent.name()))
                : byRequester(it);
    }

    private Outcome byRequester(Case it) {
        var belonging = threads.belonging(it.letter(), it.mail());
        it.path().step(belonging.how());
        return switch (belonging) {
            case Belonging.Continues(var ticket, var _) -> counter.contacted(ticket, it.mail(), it.channel());
            case Belonging.Claims(var ticket, var _) ->
                counter.noted(
                        ticket,
                        it.mail(),
                        Counter.UNPROVEN
                                + "%s, which is not proven: %s"
                                        .formatted(it.from().address(), it.seen()));
            case Belonging.Nothing _ -> counter.opened(it.letter(), it.mail(), it.channel(), null);
        };
    }

    private boolean isFromOutside(Forward forward) {
        return agents.find(forward.sender().normal()).isEmpty() && !isOurs(forward.sender());
    }

    private boolean isOurs(MailAddress address) {
        return mailboxes.ours().stream().anyMatch(it -> it.address().equals(address.normal()));
    }

    private boolean isOurDomain(MailAddress address) {
        return mailboxes.ours().stream()
                .anyMatch(it -> MailAddress.of(it.address()).domain().equalsIgnoreCase(address.domain()));
    }
}
