package threeline.desk.ticket;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Stage;

/** A ticket's way through the stages of the charter's process: one after the other, none passed by without a reason. */
public record Process(List<Stage> stages, int reached) {

    public Process {
        stages = List.copyOf(stages);
    }

    public static Process of(Charter charter, @Nullable String stage) {
        var stages = charter.practice().process();
        var reached = stages.stream().map(Stage::id).toList().indexOf(stage);
        return new Process(stages, reached);
    }

    static Process of(Charter charter, Ticket ticket) {
        return of(charter, ticket.stage());
    }

    /** The stage that a ticket begins in; null without a process. */
    static @Nullable String first(Charter charter) {
        var stages = charter.practice().process();
        return stages.isEmpty() ? null : stages.getFirst().id();
    }

    public Optional<Stage> next() {
        return reached + 1 < stages.size() ? Optional.of(stages.get(reached + 1)) : Optional.empty();
    }

    void checkNext(String stage) {
        ActRules.known("stage", stage, next().map(it -> List.of(it.id())).orElse(List.of()));
    }

    /** Refused where stages before the one that this act reaches are neither passed nor skipped. */
    void checkMay(Stage.By act) {
        var missing = before(act);
        if (!missing.isEmpty()) {
            var stages = missing.stream().map(Process::inWords).collect(Collectors.joining(", "));
            throw new ProblemException(new Problem.Conflict(
                    "Before it is %s: %s. Go through them, or skip each with a reason.".formatted(act.word(), stages)));
        }
    }

    /** The stages still ahead that come before the one that an act reaches; none where no stage waits for the act. */
    public List<Stage> before(Stage.By act) {
        var ahead = stages.subList(reached + 1, stages.size());
        return ahead.stream().anyMatch(stage -> stage.by() == act)
                ? ahead.stream().takeWhile(stage -> stage.by() != act).toList()
                : List.of();
    }

    private static String inWords(Stage stage) {
        return stage.needs().isEmpty()
                ? stage.name()
                : "%s (needs %s)".formatted(stage.name(), String.join(", ", stage.needs()));
    }

    /** The stage that comes about with this act, where it is the next one. */
    Optional<TicketEvent.Advanced> following(TicketEvent event) {
        var act = switch (event) {
            case TicketEvent.Assigned(var to) when to != null -> Stage.By.ASSIGNED;
            case TicketEvent.Resolved(var as) when as == null -> Stage.By.RESOLVED;
            case TicketEvent.Closed _ -> Stage.By.CLOSED;
            default -> null;
        };
        return next().filter(it -> act != null && it.by() == act).map(it -> new TicketEvent.Advanced(it.id()));
    }
}
