package threeline.promises.rehearsal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.charter.Reading;
import threeline.promises.source.Code;
import threeline.promises.source.Finding;
import threeline.promises.source.Findings;
import threeline.promises.source.Names;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Node;
import threeline.promises.tier.Escalation;
import threeline.promises.tier.Tier;

/** The charters that a scenario names, each read once, and the names that its steps may use. */
final class Charters {

    /** Reasons of escalations that no charter needs to give. */
    private static final List<String> BUILT_IN = List.of("stayed-too-long", "overflow", Moving.BY_JUDGEMENT);

    private final Path scenario;
    private final Findings findings;
    private final Map<String, Reading> read = new HashMap<>();

    Charters(Path scenario, Findings findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    /** The charter of a file beside the scenario; null when it has errors, which are told then. */
    @Nullable
    Charter named(Node.Text text) {
        try {
            var path = scenario.resolveSibling(text.value());
            var reading = read.computeIfAbsent(text.value(), _ -> CharterFile.read(path));
            if (reading.hasErrors()) {
                findings.addAll(
                        reading.findings().stream().filter(Finding::isError).toList());
                return null;
            }
            return reading.charter();
        } catch (InvalidPathException _) {
            findings.error(
                    Code.VALUE_BAD, text.at(), text.value() + " is no file name", "name a charter beside this file");
            return null;
        }
    }

    /** The releases of all versions read up to now. */
    Set<LocalDate> releases() {
        return read.values().stream()
                .map(Reading::charter)
                .filter(Objects::nonNull)
                .flatMap(charter -> charter.offers().releases().stream())
                .collect(Collectors.toSet());
    }

    /** Declares what the steps may refer to: the names of all versions. */
    void declare(Names names) {
        for (var reading : read.values()) {
            if (reading.charter() != null) {
                declare(reading.charter(), names);
            }
        }
    }

    private static void declare(Charter charter, Names names) {
        charter.severities().all().forEach(severity -> names.declare(Sort.SEVERITY, severity.id()));
        charter.tiers().forEach(tier -> names.declare(Sort.TIER, tier.id()));
        names.declare(Sort.TIER, Escalation.PROJECT);
        charter.tiers().stream()
                .map(Tier::escalation)
                .filter(Objects::nonNull)
                .forEach(way -> way.reasons().keySet().forEach(reason -> names.declare(Sort.REASON, reason)));
        BUILT_IN.forEach(reason -> names.declare(Sort.REASON, reason));
        charter.groups().forEach(group -> names.declare(Sort.GROUP, group.id()));
        charter.holds().keySet().forEach(hold -> names.declare(Sort.HOLD, hold));
        charter.waysIn().categories().keySet().forEach(category -> names.declare(Sort.CATEGORY, category));
        charter.waysIn().applications().keySet().forEach(name -> names.declare(Sort.APPLICATION, name));
        charter.practice().acts().keySet().forEach(act -> names.declare(Sort.ACT, act));
        charter.practice().process().forEach(stage -> names.declare(Sort.STAGE, stage.id()));
        charter.offers().vendors().keySet().forEach(vendor -> names.declare(Sort.VENDOR, vendor));
        charter.offers().packages().keySet().forEach(bought -> names.declare(Sort.PACKAGE, bought));
        charter.channels().keySet().forEach(channel -> names.declare(Sort.CHANNEL, channel));
        for (var by : Channel.By.values()) {
            names.declare(Sort.CHANNEL, by.toString());
        }
    }
}
