package threeline.promises.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import threeline.promises.charter.CharterFile;
import threeline.promises.check.Check;
import threeline.promises.source.Finding;
import threeline.promises.source.Json;

/** {@code check}: what is wrong with charters, and what they can't keep. */
final class CheckCommand implements Command {

    @Override
    public String usage() {
        return "check FILE… [--on DATE] [--strict] [--short | --json]";
    }

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.of(typed, Set.of("--strict", "--short", "--json"), Set.of("--on"));
        if (arguments.words().isEmpty()) {
            throw new Arguments.Misunderstood("which charter?");
        }
        var on = arguments.option("--on").map(CheckCommand::date).orElseGet(() -> today(terminal.time()));
        var findings = new ArrayList<Finding>();
        for (var file : arguments.words()) {
            var reading = CharterFile.read(Path.of(file));
            findings.addAll(Check.of(reading, on));
        }
        findings.sort(Finding.ORDER);
        print(arguments, findings, terminal);
        return findings.stream().anyMatch(finding -> finding.isError() || arguments.has("--strict")) ? 1 : 0;
    }

    private static void print(Arguments arguments, List<Finding> findings, Terminal terminal) {
        if (arguments.has("--json")) {
            findings.forEach(finding -> terminal.out().println(Json.of(json(finding))));
        } else if (arguments.has("--short")) {
            findings.forEach(terminal.out()::println);
        } else {
            terminal.out().print(Sources.report(findings));
            terminal.out().println(summary(findings));
        }
    }

    static Map<String, Object> json(Finding finding) {
        var told = new LinkedHashMap<String, Object>();
        told.put("file", finding.file());
        told.put("line", finding.at().line());
        told.put("column", finding.at().column());
        told.put("level", finding.level().toString());
        told.put("code", finding.code().toString());
        told.put("message", finding.message());
        told.put("consequence", finding.consequence());
        told.put("remedy", finding.remedy());
        return told;
    }

    private static String summary(List<Finding> findings) {
        var errors = findings.stream().filter(Finding::isError).count();
        var warnings = findings.size() - errors;
        return findings.isEmpty()
                ? "nothing to find fault with"
                : "%s%d %s, %d %s"
                        .formatted(
                                "\n",
                                errors,
                                errors == 1 ? "error" : "errors",
                                warnings,
                                warnings == 1 ? "warning" : "warnings");
    }

    static LocalDate today(InstantSource time) {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 1990 && date.getYear() <= 2150) {
                return date;
            }
        } catch (DateTimeException _) {
            // told below, with the text
        }
        throw new Arguments.Misunderstood("there is no date " + text + " between 1990 and 2150; write YYYY-MM-DD");
    }
}
