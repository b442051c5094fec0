package threeline.promises.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Entrance;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Keeper;
import threeline.promises.keeping.Standing;
import threeline.promises.keeping.Status;
import threeline.promises.keeping.Terms;
import threeline.promises.keeping.Turn;
import threeline.promises.keeping.Version;
import threeline.promises.source.Place;
import threeline.promises.source.Scalars;
import threeline.promises.succession.Case;
import threeline.promises.succession.Succession;

/** Runs a charter over a scenario in simulated time. */
public final class Rehearsal {

    /** The moment before an instant, as exact as instants are. */
    private static final long MICROSECOND = 1_000;

    private final Scenario scenario;
    private final List<Version> versions = new ArrayList<>();
    private final Map<String, History> tickets = new LinkedHashMap<>();
    private final Map<String, Entrance.Refused> refused = new LinkedHashMap<>();
    private final List<Act.ReleaseMoved> moves = new ArrayList<>();
    private final List<Step.Expects> expected = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Chronicle chronicle;
    private final Crowd crowd;
    private Doors doors;
    private Instant now;

    private Rehearsal(Scenario scenario) {
        this.scenario = scenario;
        this.now = scenario.steps().isEmpty()
                ? Instant.EPOCH
                : scenario.steps().getFirst().at();
        this.versions.add(new Version(scenario.charter(), scenario.charterName(), now));
        this.chronicle = new Chronicle(new Events(scenario.charter().zone()));
        this.crowd = new Crowd(this::judge);
        this.doors = new Doors(scenario.charter());
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
        var act = Arrival.of(charter(), step.act());
        switch (doors.entrance(act, step.requester())) {
            case Entrance.Admitted _ -> open(step.ticket(), step.requester().terms(), act);
            case Entrance.Refused it -> refuses(step, it);
        }
    }

    /** No ticket, but never silence: whoever tried is told why, and which way is open. */
    private void refuses(Step.Opens step, Entrance.Refused refusal) {
        refused.put(step.ticket(), refusal);
        var details = new LinkedHashMap<String, Object>();
        details.put("because", Scalars.said(refusal.because()));
        details.put("told", refusal.words());
        chronicle.refused(new Event(step.at(), step.ticket(), "refused", details));
    }

    private void open(String name, Terms terms, Act.Opened act) {
        var history = History.after(name, terms, moves);
        tickets.put(name, history);
        enters(history, act);
    }

    private void does(Step.Does step) {
        var history = history(step.ticket(), step);
        if (history == null) {
            return;
        }
        if (step.act() instanceof Act.Escalated || step.act() instanceof Act.Returned) {
            enters(history, step.act());
        } else {
            acts(history, step.act());
        }
    }

    private void acts(History history, Act act) {
        history.acts().add(act);
        chronicle.played(act);
        crowd.changed(history.name());
    }

    /** By this act it may enter a tier that is full. */
    private void enters(History history, Act act) {
        acts(history, act);
        var onward = crowd.goesOn(history, charter(), act.at());
        if (onward != null) {
            acts(history, onward);
        }
    }

    /** A contact on a closed ticket opens another. */
    private void contacts(Step.Contacts step) {
        var history = history(step.ticket(), step);
        if (history == null) {
            return;
        }
        var before = judge(history, step.at().minusNanos(MICROSECOND));
        acts(history, new Act.Contacted(step.at()));
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
        chronicle.told(new Event(step.at(), "", "release-moved", details));
        chronicle.played(act);
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
            fail(step.place(), step.at(), step.name(), "to be put in force", came);
        }
        if (dropped.isEmpty()) {
            versions.add(next);
            doors = new Doors(step.charter());
            chronicle.told(new Event(step.at(), "", "in-force", Map.of("charter", step.name())));
        }
    }

    /** Once all of an instant has happened, it is looked at. */
    private void look() {
        for (var step : expected) {
            if (refused.containsKey(step.ticket()) && step.expectation().isOfRefusal()) {
                continue;
            }
            var history = history(step.ticket(), step);
            if (history != null) {
                failures.addAll(Comparison.of(
                        step, judge(history, step.at()), scenario.charter().zone()));
            }
        }
        expected.clear();
    }

    private Standing judge(History history, Instant at) {
        return Keeper.judge(versions, history.terms(), history.acts(), at);
    }

    /** Null where there is no such ticket, which then fails. */
    private @Nullable History history(String ticket, Step step) {
        var history = tickets.get(ticket);
        if (history == null) {
            var refusal = refused.get(ticket);
            var why = refusal == null ? "none was opened" : "it was refused: " + refusal.words();
            fail(step.place(), step.at(), ticket, "a ticket", why);
        }
        return history;
    }

    private void fail(Place place, Instant at, String ticket, String what, String came) {
        failures.add(new Failure(place, at, ticket, what, came, List.of()));
    }

    /** The version in force; one put in force at this very instant rules only after it. */
    private Charter charter() {
        return versions.getLast().charter();
    }

    private Rehearsed rehearsed() {
        var standings = new LinkedHashMap<String, Standing>();
        var turns = new LinkedHashMap<String, List<Turn>>();
        tickets.forEach((name, history) -> {
            standings.put(name, judge(history, now));
            turns.put(name, Keeper.turns(versions, history.terms(), history.acts(), now));
        });
        return new Rehearsed(chronicle.of(turns), failures, standings, now);
    }
}
