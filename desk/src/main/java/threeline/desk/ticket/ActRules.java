package threeline.desk.ticket;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.OrganizationId;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Stage;
import threeline.promises.sla.Allowance;
import threeline.promises.tier.Escalation;
import threeline.promises.tier.Outside;
import threeline.promises.tier.Tier;

/** Which acts the charter allows on a ticket, and to whom. Pure; a refusal is a ProblemException that says why. */
final class ActRules {

    /** Reasons that every charter has, besides those that only the clock gives. */
    static final String BY_JUDGEMENT = "by-judgement";

    private static final String WORKAROUND = "workaround";
    private static final String FIX_DATE = "fix-date";

    private final Charter charter;
    private final Ticket ticket;
    private final People people;

    /** Who acts and for whom; asked only where it matters. */
    interface People {

        /** The parts of the charter that the one who acts plays. */
        Set<String> parts();

        /** What the charter calls an organization; null for none. */
        @Nullable
        String organization(@Nullable OrganizationId id);
    }

    ActRules(Charter charter, Ticket ticket, People people) {
        this.charter = charter;
        this.ticket = ticket;
        this.people = people;
    }

    void check(TicketEvent.Act act) {
        switch (act) {
            case TicketEvent.Held(var hold) ->
                known("hold", hold, charter.holds().keySet());
            case TicketEvent.SeverityChanged change -> known("severity", change.to(), severities(charter));
            case TicketEvent.Routed(var group) -> route(group);
            case TicketEvent.Escalated(var to, var because) -> escalate(to, because);
            case TicketEvent.Returned(var to, var because) -> giveBack(to, because);
            case TicketEvent.Consulted(var whom) -> consult(whom);
            case TicketEvent.Extended extension -> extend(extension);
            case TicketEvent.Did it -> act(it);
            case TicketEvent.Advanced(var stage) -> Process.of(charter, ticket).checkNext(stage);
            case TicketEvent.Skipped(var stage, var because) -> {
                Process.of(charter, ticket).checkNext(stage);
                said("because", because);
            }
            case TicketEvent.VendorAsked(var vendor) ->
                known("vendor", vendor, charter.offers().vendors().keySet());
            case TicketEvent.VendorReferred(var reference) -> said("reference", reference);
            case TicketEvent.Logged(var spent) -> positive(spent);
            case TicketEvent.Resolved(var as) -> {
                if (as == null) {
                    Process.of(charter, ticket).checkMay(Stage.By.RESOLVED);
                }
            }
            case TicketEvent.Closed _ -> Process.of(charter, ticket).checkMay(Stage.By.CLOSED);
            case TicketEvent.Assigned _ -> {}
            case TicketEvent.Replied _ -> {}
            case TicketEvent.Noted _ -> {}
            case TicketEvent.Called _ -> {}
            case TicketEvent.Resumed _ -> {}
            case TicketEvent.Accepted _ -> {}
            case TicketEvent.VendorReplied _ -> {}
            case TicketEvent.ReminderSet _ -> {}
            case TicketEvent.Merged _ -> {}
            case TicketEvent.Joined _ -> {}
            case TicketEvent.Reopened _ -> {}
        }
    }

    private void route(String group) {
        var there = charter.ladder().on(ticket.tier()).stream()
                .filter(it -> it.outside() == null
                        || it.outside().sees() == Outside.Sees.ALL
                        || it.outside().organization().equals(people.organization(ticket.organization())));
        known("group", group, there.map(it -> it.id()).toList());
    }

    private void escalate(String to, String because) {
        var way = way();
        var reasons = Stream.concat(way.reasons().keySet().stream(), Stream.of(BY_JUDGEMENT))
                .toList();
        known("to", to, List.of(way.to()));
        known("because", because, reasons);
        judged(way);
        if (way.toProject()
                && way.judgement().decides() instanceof String decides
                && !people.parts().contains(decides)) {
            throw notAllowed("%s decides that. Ask them to.".formatted(role(decides)));
        }
    }

    private Escalation way() {
        var here = tier();
        if (here == null || here.escalation() == null) {
            throw fault(
                    "to", "There is nothing above %s to escalate to.".formatted(here == null ? "here" : here.name()));
        }
        return here.escalation();
    }

    private void judged(Escalation way) {
        var judges = way.judgement().judges();
        if (!judges.isEmpty() && judges.stream().noneMatch(people.parts()::contains)) {
            throw notAllowed("That is judged by: %s."
                    .formatted(String.join(", ", judges.stream().map(this::role).toList())));
        }
    }

    private void giveBack(String to, String because) {
        var below = charter.tiers().stream()
                .map(Tier::id)
                .takeWhile(id -> !id.equals(ticket.tier()))
                .toList();
        known("to", to, below);
        said("because", because);
    }

    /** Another tier, or one of those whom the charter names for it. */
    private void consult(String whom) {
        var tiers = charter.tiers().stream().map(Tier::id).filter(id -> !id.equals(ticket.tier()));
        var here = tier();
        var named = here == null || here.escalation() == null
                ? Stream.<String>empty()
                : here.escalation().judgement().mayConsult().stream();
        known("whom", whom, Stream.concat(tiers, named).toList());
    }

    private void extend(TicketEvent.Extended it) {
        try {
            Allowance.parse(it.more());
        } catch (IllegalArgumentException bad) {
            throw fault("more", "\"%s\" is no length of time; write 30m, 4h or 1d.".formatted(it.more()));
        }
        said("because", it.because());
        if (tier() instanceof Tier here && here.escalation() != null) {
            judged(here.escalation());
        }
    }

    private void act(TicketEvent.Did it) {
        if (it.what().equals(FIX_DATE) && it.on() == null) {
            throw fault("on", "Say on which date the fix is planned.");
        }
        var acts = charter.practice().acts();
        if (!it.what().equals(WORKAROUND) && !it.what().equals(FIX_DATE)) {
            known(
                    "what",
                    it.what(),
                    Stream.concat(Stream.of(WORKAROUND, FIX_DATE), acts.keySet().stream())
                            .toList());
        }
        var by = acts.getOrDefault(it.what(), List.of());
        if (!by.isEmpty() && !by.contains("agent") && by.stream().noneMatch(people.parts()::contains)) {
            throw notAllowed("That is for: %s."
                    .formatted(String.join(", ", by.stream().map(this::role).toList())));
        }
    }

    private @Nullable Tier tier() {
        return charter.ladder().tier(ticket.tier()).orElse(null);
    }

    private String role(String id) {
        var role = charter.waysIn().roles().get(id);
        return role == null ? id.replace('-', ' ') : role.name();
    }

    static List<String> severities(Charter charter) {
        return charter.severities().all().stream().map(it -> it.id()).toList();
    }

    private static void positive(Duration spent) {
        if (!spent.isPositive()) {
            throw fault("spent", "Say how long it took, such as 10m.");
        }
    }

    private static void said(String field, String text) {
        if (text.isBlank()) {
            throw fault(field, field.equals("because") ? "Say why." : "Say what it is.");
        }
    }

    static void known(String field, String word, Collection<String> known) {
        if (!known.contains(word)) {
            throw fault(
                    field,
                    known.isEmpty()
                            ? "There is no %s to choose here.".formatted(field)
                            : "There is no %s \"%s\" here; there are: %s."
                                    .formatted(field, word, String.join(", ", known)));
        }
    }

    static ProblemException fault(String field, String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
    }

    private static ProblemException notAllowed(String what) {
        return new ProblemException(new Problem.NotAllowed(what));
    }
}
