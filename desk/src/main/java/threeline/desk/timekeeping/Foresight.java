package threeline.desk.timekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import threeline.desk.contract.CharterInForce;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Outlook;
import threeline.desk.contract.Outlook.Line;
import threeline.desk.tenant.Tenant;
import threeline.desk.ticket.Histories;
import threeline.desk.ticket.Histories.History;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.timekeeping.ChangeTally.Found;
import threeline.promises.succession.Change;
import threeline.promises.succession.Succession;

/** Looks at what a version of the charter would change, ticket by ticket, on as many threads as it is given. */
@Component
class Foresight {

    static final int PAGE = 50;
    private static final int AT_ONCE = 500;
    private static final Duration HINDSIGHT = Duration.ofDays(90);
    private static final Comparator<Found> ORDER = Comparator.comparing((Found it) -> !it.overdue())
            .thenComparing(Found::dueAfter, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Found::number);

    private final Histories histories;
    private final Timekeeper timekeeper;
    private final Charters charters;
    private final InstantSource time;

    Foresight(Histories histories, Timekeeper timekeeper, Charters charters, InstantSource time) {
        this.histories = histories;
        this.timekeeper = timekeeper;
        this.charters = charters;
        this.time = time;
    }

    /** What was found, and each promise that it was found of; what would be past due first. */
    record Seen(Outlook outlook, List<Found> found) {

        int pages() {
            return (found.size() + PAGE - 1) / PAGE;
        }
    }

    List<TicketNumber> unresolved() {
        return histories.unresolved();
    }

    List<TicketNumber> recent() {
        return histories.openedSince(time.instant().minus(HINDSIGHT));
    }

    /** What would be due at another time, once it comes into force. */
    Seen changes(CharterInForce next, List<TicketNumber> tickets, ExecutorService threads, IntConsumer done) {
        var tally = new ChangeTally();
        inChunks(
                        tickets,
                        threads,
                        done,
                        some -> some.stream()
                                .flatMap(it -> ChangeTally.lines(it.ticket(), changes(it, next)).stream())
                                .toList())
                .forEach(tally::add);
        var found = tally.lines().stream().sorted(ORDER).toList();
        return new Seen(tally.outlook(tickets.size(), (found.size() + PAGE - 1) / PAGE), found);
    }

    /** A page of what was found, as people read it. */
    List<Line> page(Seen seen, int page) {
        var some = seen.found().subList(page * PAGE, Math.min(seen.found().size(), (page + 1) * PAGE));
        var subjects = histories.subjects(some.stream().map(Found::number).toList());
        return some.stream()
                .map(it -> it.about(subjects.getOrDefault(it.number(), "")))
                .toList();
    }

    private List<Change> changes(History it, CharterInForce next) {
        var at = later(next.inForceAt(), it.ticket().changedAt());
        var before = timekeeper.standing(it.acts(), at);
        var after = charters.asIf(next, () -> timekeeper.standing(it.acts(), at));
        return Succession.compared("" + it.ticket().number().value(), before, after);
    }

    /** How promises were kept, and would have been had it been in force from the beginning. */
    List<Outlook.Kept> hindsight(
            CharterInForce next, List<TicketNumber> tickets, ExecutorService threads, IntConsumer done) {
        var now = time.instant();
        var tally = new KeptTally();
        inChunks(
                        tickets,
                        threads,
                        done,
                        some -> some.stream()
                                .map(it -> {
                                    var at = later(now, it.ticket().changedAt());
                                    return new KeptTally.Both(
                                            timekeeper.standing(it.acts(), at),
                                            charters.asIfEver(next, () -> timekeeper.standing(it.acts(), at)));
                                })
                                .collect(KeptTally::new, KeptTally::add, KeptTally::addAll)
                                .rows())
                .forEach(tally::add);
        return tally.rows();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Reads and looks at some at a time; stops where {@code done} throws. */
    private <T> List<T> inChunks(
            List<TicketNumber> tickets,
            ExecutorService threads,
            IntConsumer done,
            Function<List<History>, List<T>> look) {
        var tenant = Tenant.current();
        var looks = new ArrayList<Future<List<T>>>();
        for (var from = 0; from < tickets.size(); from += AT_ONCE) {
            var some = tickets.subList(from, Math.min(tickets.size(), from + AT_ONCE));
            looks.add(threads.submit(() -> tenant.call(() -> look.apply(histories.of(some)))));
        }
        var found = new ArrayList<T>();
        var seen = 0;
        for (var each : looks) {
            found.addAll(got(each, looks));
            seen = Math.min(tickets.size(), seen + AT_ONCE);
            done.accept(seen);
        }
        return found;
    }

    private static <T> List<T> got(Future<List<T>> look, List<Future<List<T>>> all) {
        try {
            return look.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            all.forEach(it -> it.cancel(true));
            throw new CancellationException("stopped");
        } catch (ExecutionException failed) {
            all.forEach(it -> it.cancel(true));
            throw new IllegalStateException("a ticket can't be judged", failed.getCause());
        }
    }
}
