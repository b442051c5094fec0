package threeline.promises.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import threeline.promises.rehearsal.Event;
import threeline.promises.rehearsal.Failure;
import threeline.promises.rehearsal.Rehearsal;
import threeline.promises.rehearsal.Rehearsed;
import threeline.promises.rehearsal.Scenario;
import threeline.promises.rehearsal.ScenarioFile;
import threeline.promises.rehearsal.Told;
import threeline.promises.source.Json;

/** {@code rehearse}: runs charters over scenarios and holds them to what is expected. */
final class RehearseCommand implements Command {

    @Override
    public String usage() {
        return "rehearse SCENARIO… [--quiet | --json]";
    }

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.of(typed, Set.of("--json", "--quiet"), Set.of());
        if (arguments.words().isEmpty()) {
            throw new Arguments.Misunderstood("which scenario?");
        }
        var status = 0;
        for (var file : arguments.words()) {
            status = Math.max(status, rehearse(file, arguments, terminal));
        }
        return status;
    }

    private static int rehearse(String file, Arguments arguments, Terminal terminal) {
        var reading = ScenarioFile.read(Path.of(file));
        var scenario = reading.scenario();
        var where = arguments.has("--json") ? terminal.err() : terminal.out();
        if (scenario == null) {
            where.print(Sources.report(reading.findings()));
            return 1;
        }
        var rehearsed = Rehearsal.of(scenario);
        if (arguments.has("--json")) {
            rehearsed
                    .events()
                    .forEach(event -> terminal.out()
                            .println(Json.of(json(event, scenario.charter().zone()))));
        } else {
            terminal.out().println(file);
            if (!arguments.has("--quiet")) {
                rehearsed
                        .events()
                        .forEach(event -> terminal.out()
                                .println(line(event, scenario.charter().zone())));
            }
        }
        rehearsed.failures().forEach(failure -> where.println(told(file, failure, scenario)));
        if (!arguments.has("--json")) {
            terminal.out().println(summary(scenario, rehearsed));
        }
        return rehearsed.failures().isEmpty() ? 0 : 1;
    }

    private static String summary(Scenario scenario, Rehearsed rehearsed) {
        var expectations = scenario.expectations();
        var failed = rehearsed.failures().stream().map(Failure::at).distinct().count();
        return "  %d of %d expectations met".formatted(expectations - failed, expectations);
    }

    private static Map<String, Object> json(Event event, ZoneId zone) {
        var told = new LinkedHashMap<String, Object>();
        told.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.at().atZone(zone)));
        if (!event.ticket().isEmpty()) {
            told.put("ticket", event.ticket());
        }
        told.put("event", event.name());
        told.putAll(event.details());
        return told;
    }

    private static String line(Event event, ZoneId zone) {
        var details = event.details().entrySet().stream()
                .map(detail -> detail.getKey().equals("promise")
                        ? String.valueOf(detail.getValue())
                        : detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", "));
        return "  %s  %-6s %s  %s"
                .formatted(Told.time(event.at(), zone), event.ticket(), event.name(), details)
                .stripTrailing();
    }

    private static String told(String file, Failure failure, Scenario scenario) {
        var lines = failure.explanation().stream().map(line -> "      " + line).collect(Collectors.joining("\n"));
        return "%s:%s failed at %s, %s%s"
                .formatted(
                        file,
                        failure.at(),
                        Told.time(failure.instant(), scenario.charter().zone()),
                        failure,
                        lines.isEmpty() ? "" : "\n" + lines);
    }
}
