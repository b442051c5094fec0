package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Keeper;
import threeline.promises.keeping.Standing;
import threeline.promises.keeping.Status;
import threeline.promises.keeping.Terms;
import threeline.promises.keeping.Version;
import threeline.promises.succession.Case;
import threeline.promises.succession.Succession;

/** Runs a charter over a scenario in simulated time. */
public final class Rehearsal {

    /** The moment before an instant, as exact as instants are. */
    private static final long MICROSECOND = 1_000;

    private final Scenario scenario;
    private final List<Version> versions = new ArrayList<>();
    private final Map<String, History> tickets = new LinkedHashMap<>();
    private final List<Act.ReleaseMoved> moves = new ArrayList<>();
    private final List<Event> ofTheDesk = new ArrayList<>();
    private final List<Step.Expects> expected = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Crowd crowd;
    private Instant now;

    private Rehearsal(Scenario scenario) {
        this.scenario = scenario;
        this.now = scenario.steps().isEmpty()
                ? Instant.EPOCH
                : scenario.steps().getFirst().at();
        this.versions.add(new Version(scenario.charter(), scenario.charterName(), now));
        this.crowd = new Crowd(this::judge);
    }

    public static Rehearsed of(Scenario scenario) {
        var rehearsal = new Rehearsal(scenario);
        scenario.steps().forEach(rehearsal::play);
        rehearsal.look();
        return rehearsal.rehearsed();
    }

    private void play(Step step) {
        if (step.at().isAfter(now)) {
            look();
            now = step.at();
        }
        switch (step) {
            case Step.Opens opens -> opens(opens);
            case Step.Does does -> does(does);
            case Step.Contacts contacts -> contacts(contacts);
            case Step.Expects expects -> expected.add(expects);
            case Step.Moves moved -> moves(moved);
            case Step.PutsInForce inForce -> putsInForce(inForce);
        }
    }

    private void opens(Step.Opens step) {
        open(step.ticket(), step.requester().terms(), Arrival.of(charter(), step.act()));
    }

    private void open(String name, Terms terms, Act.Opened act) {
        var history = History.after(name, terms, moves);
        history.acts().add(act);
        tickets.put(name, history);
        crowd.enters(history, charter(), act.at());
    }

    private void does(Step.Does step) {
        history(step.ticket()).acts().add(step.act());
        crowd.changed(step.ticket());
    }

    /** A contact on a closed ticket opens another. */
    private void contacts(Step.Contacts step) {
        var history = history(step.ticket());
        var before = judge(history, step.at().minusNanos(MICROSECOND));
        history.acts().add(new Act.Contacted(step.at()));
        crowd.changed(step.ticket());
        if (before.situation().status() == Status.CLOSED) {
            open(step.opens(), history.terms(), Arrival.of(charter(), new Act.Opened(step.at(), "", "", false)));
        }
    }

    private void moves(Step.Moves step) {
        var act = new Act.ReleaseMoved(step.at(), step.from(), step.to());
        moves.add(act);
        tickets.values().forEach(history -> history.acts().add(act));
        var details = new LinkedHashMap<String, Object>();
        details.put("from", step.from().toString());
        details.put("to", step.to().toString());
        ofTheDesk.add(new Event(step.at(), "", "release-moved", details));
    }

    /** A version that drops what open tickets use is refused, and they are listed. */
    private void putsInForce(Step.PutsInForce step) {
        var next = new Version(step.charter(), step.name(), step.at());
        var cases = tickets.values().stream()
                .map(history -> new Case(history.name(), history.terms(), history.acts()))
                .toList();
        var dropped = new Succession(versions, next).dropped(cases);
        for (var each : dropped) {
            var came = each + "; say was: [" + each.name() + "] where it goes on";
            failures.add(new Failure(step.place(), step.at(), step.name(), "to be put in force", came, List.of()));
        }
        if (dropped.isEmpty()) {
            versions.add(next);
            ofTheDesk.add(new Event(step.at(), "", "in-force", Map.of("charter", step.name())));
        }
    }

    /** Once all of an instant has happened, it is looked at. */
    private void look() {
        for (var step : expected) {
            var history = tickets.get(step.ticket());
            if (history == null) {
                failures.add(
                        new Failure(step.place(), step.at(), step.ticket(), "a ticket", "none was opened", List.of()));
            } else {
                failures.addAll(Comparison.of(
                        step, judge(history, step.at()), scenario.charter().zone()));
            }
        }
        expected.clear();
    }

    private Standing judge(History history, Instant at) {
        return Keeper.judge(versions, history.terms(), history.acts(), at);
    }

    private History history(String ticket) {
        var history = tickets.get(ticket);
        if (history == null) {
            throw new IllegalStateException("no ticket " + ticket);
        }
        return history;
    }

    /** The version in force; one put in force at this very instant rules only after it. */
    private Charter charter() {
        return versions.getLast().charter();
    }

    private Rehearsed rehearsed() {
        var standings = new LinkedHashMap<String, Standing>();
        tickets.forEach((name, history) -> standings.put(name, judge(history, now)));
        var events = new Chronicle(new Events(scenario.charter().zone())).of(standings, ofTheDesk);
        return new Rehearsed(events, failures, standings, now);
    }
}
