package threeline.promises.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import threeline.promises.keeping.Promise;
import threeline.promises.keeping.Standing;
import threeline.promises.rehearsal.Rehearsal;
import threeline.promises.rehearsal.ScenarioFile;
import threeline.promises.rehearsal.Told;
import threeline.promises.sla.Metric;
import threeline.promises.source.Json;
import threeline.promises.source.Nearest;

/** {@code explain}: how the due instant of a promise came about, at the end of a scenario. */
final class ExplainCommand implements Command {

    @Override
    public String usage() {
        return "explain SCENARIO TICKET PROMISE [--aim] [--json]";
    }

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.of(typed, Set.of("--json", "--aim"), Set.of());
        if (arguments.words().size() != 3) {
            throw new Arguments.Misunderstood("which scenario, ticket and promise?");
        }
        var file = arguments.words().getFirst();
        var reading = ScenarioFile.read(Path.of(file));
        var scenario = reading.scenario();
        if (scenario == null) {
            terminal.out().print(Sources.report(reading.findings()));
            return 1;
        }
        var standings = Rehearsal.of(scenario).standings();
        var promises = promises(standings, arguments);
        var zone = scenario.charter().zone();
        for (var promise : promises) {
            if (arguments.has("--json")) {
                terminal.out().println(Json.of(Told.data(promise, zone)));
            } else {
                Told.explained(promise, zone).forEach(terminal.out()::println);
            }
        }
        if (promises.isEmpty()) {
            terminal.err().println("the ticket has no such promise");
        }
        return promises.isEmpty() ? 1 : 0;
    }

    private static List<Promise> promises(Map<String, Standing> standings, Arguments arguments) {
        var ticket = arguments.words().get(1);
        var word = arguments.words().get(2);
        var standing = standings.get(ticket);
        if (standing == null) {
            throw new Arguments.Misunderstood(
                    "there is no ticket " + ticket + "; " + Nearest.remedy(ticket, standings.keySet()));
        }
        var metric = Metric.find(word)
                .orElseThrow(() -> new Arguments.Misunderstood(
                        "there is no promise " + word + "; " + Nearest.remedy(word, metrics())));
        return standing.promises().stream()
                .filter(promise -> promise.metric() == metric && promise.aim() == arguments.has("--aim"))
                .toList();
    }

    private static List<String> metrics() {
        return Arrays.stream(Metric.values()).map(Metric::word).toList();
    }
}
