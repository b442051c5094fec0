package threeline.promises.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import threeline.promises.keeping.Promise;
import threeline.promises.keeping.Situation;
import threeline.promises.keeping.Standing;

/** Holds what was expected of a ticket against what came. */
final class Comparison {

    private final Step.Expects step;
    private final ZoneId zone;
    private final List<Failure> failures = new ArrayList<>();

    private Comparison(Step.Expects step, ZoneId zone) {
        this.step = step;
        this.zone = zone;
    }

    static List<Failure> of(Step.Expects step, Standing standing, ZoneId zone) {
        var comparison = new Comparison(step, zone);
        var expectation = step.expectation();
        expectation
                .situation()
                .forEach((key, value) -> comparison.compare(key, value, situation(standing.situation(), key)));
        expectation.promises().forEach(expected -> comparison.compare(expected, standing));
        return comparison.failures;
    }

    private static @Nullable String situation(Situation situation, String key) {
        return switch (key) {
            case "status" -> situation.status().toString();
            case "severity" -> situation.severity();
            case "group" -> situation.group();
            default -> situation.tier();
        };
    }

    private void compare(String what, String expected, @Nullable String came) {
        if (!expected.equals(came)) {
            fail(what + " " + expected, came == null ? "there is none" : "it is " + came, null);
        }
    }

    private void compare(Expectation.OfPromise expected, Standing standing) {
        var name = (expected.aim() ? "aim " : "") + expected.metric();
        var found = expected.aim() ? standing.aim(expected.metric()) : standing.promise(expected.metric());
        if (found.isEmpty()) {
            fail("a " + name, "the ticket has none", null);
        } else {
            compare(name, expected, found.get());
        }
    }

    private void compare(String name, Expectation.OfPromise expected, Promise promise) {
        if (expected.state() != null && expected.state() != promise.state()) {
            fail(name + " " + expected.state(), "it is " + promise.state(), promise);
        }
        compare(name + " due", expected.times().due(), promise.dueAt(), promise);
        compare(name + " breached", expected.times().breached(), promise.breachedAt(), promise);
        compare(name + " late", expected.times().late(), promise.lateAt(), promise);
        compare(name + " elapsed", expected.amounts().elapsed(), promise.elapsed(), promise);
        compare(name + " left", expected.amounts().left(), promise.left(), promise);
    }

    private void compare(String what, @Nullable Instant expected, @Nullable Instant came, Promise promise) {
        if (expected != null && !Objects.equals(expected, came)) {
            fail(
                    what + " " + Told.time(expected, zone),
                    came == null ? "there is none" : "it is " + Told.time(came, zone),
                    promise);
        }
    }

    private void compare(String what, @Nullable Duration expected, @Nullable Duration came, Promise promise) {
        if (expected != null && !Objects.equals(expected, came)) {
            fail(
                    what + " " + Told.length(expected),
                    came == null ? "there is none" : "it is " + Told.length(came),
                    promise);
        }
    }

    private void fail(String expected, String came, @Nullable Promise promise) {
        var explanation = promise == null ? List.<String>of() : Told.explained(promise, zone);
        failures.add(new Failure(step.place(), step.at(), step.ticket(), expected, came, explanation));
    }
}
