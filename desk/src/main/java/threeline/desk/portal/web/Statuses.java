package threeline.desk.portal.web;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.NextDue;
import threeline.desk.ticket.Ticket;
import threeline.desk.timekeeping.web.PromiseBar;
import threeline.promises.charter.Hold;
import threeline.promises.keeping.Promise;
import threeline.promises.tier.Tier;

/** Where requests stand, in plain words. */
record Statuses(Reader reader) {

    private static final Set<String> TOLD = Set.of("response", "next-response", "resolution");

    /** {@code With our second line; waiting for a part}. */
    String line(Ticket it) {
        return switch (it.status()) {
            case OPEN -> with(it);
            case HELD -> "%s; %s".formatted(with(it), waits(it));
            case RESOLVED -> reader.say("status.resolved", at(it));
            case CLOSED -> reader.say("status.closed", at(it));
        };
    }

    private String with(Ticket it) {
        return reader.say("status.with", tier(it.tier()));
    }

    private String at(Ticket it) {
        return reader.when(Objects.requireNonNullElse(it.resolvedAt(), it.changedAt()));
    }

    String waits(Ticket it) {
        var hold = it.hold();
        return hold == null
                ? reader.say("status.waits")
                : Reader.within(reader.charter().hold(hold).map(Hold::name).orElse(reader.say("status.waits")));
    }

    String tier(String id) {
        return reader.charter()
                .ladder()
                .tier(id)
                .map(Tier::name)
                .orElse(reader.charter().name());
    }

    static String icon(Ticket it) {
        return switch (it.status()) {
            case OPEN -> "inbox";
            case HELD -> "pause";
            case RESOLVED -> "check-circle";
            case CLOSED -> "lock";
        };
    }

    /** The promise that breaks next, where it was promised and not only aimed at. */
    RequestRow.@Nullable Standing next(Ticket it) {
        var next = it.next();
        if (!it.status().unresolved() || next == null || !isTold(next)) {
            return null;
        }
        var dueAt = next.dueAt();
        var name = next.promise().metric();
        if (dueAt == null) {
            return new RequestRow.Standing("paused", "pause", reader.say("promise.still"));
        }
        return dueAt.isAfter(reader.now())
                ? new RequestRow.Standing("running", "clock", reader.say("promise.by." + name, reader.when(dueAt)))
                : new RequestRow.Standing("breached", "alert", reader.say("promise.was." + name, reader.when(dueAt)));
    }

    private static boolean isTold(NextDue next) {
        return !next.promise().aim() && TOLD.contains(next.promise().metric());
    }

    /** What was promised, whether it is kept, and by when. */
    RequestView.PromiseLine promise(Promise it) {
        var dueAt = it.dueAt();
        var endedAt = it.endedAt();
        return switch (it.state()) {
            case RUNNING ->
                line(
                        it,
                        "running",
                        "clock",
                        "promise.running",
                        dueAt == null ? reader.say("promise.open") : reader.say("promise.by", reader.due(it, dueAt)));
            case PAUSED -> line(it, "paused", "pause", "promise.still", reader.say("promise.still.why"));
            case MET -> line(it, "met", "check", "promise.met", ended("promise.met.at", endedAt));
            case ENDED -> line(it, "ended", "cross", "promise.ended", ended("promise.ended.at", endedAt));
            case BREACHED ->
                line(
                        it,
                        "breached",
                        "alert",
                        endedAt == null ? "promise.late" : "promise.kept-late",
                        reader.say("promise.was", reader.due(it, Objects.requireNonNullElse(dueAt, reader.now())))
                                + (endedAt == null ? "" : " " + ended("promise.late.at", endedAt)));
        };
    }

    private RequestView.PromiseLine line(Promise it, String state, String icon, String word, String text) {
        return new RequestView.PromiseLine(
                reader.say("promise." + it.metric().word()),
                new RequestRow.Standing(state, icon, reader.say(word)),
                PromiseBar.of(it, reader.charter(), reader.now()),
                text);
    }

    private String ended(String key, @Nullable Instant at) {
        return at == null ? "" : reader.say(key, reader.when(at));
    }
}
