package threeline.promises.rehearsal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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

/** The charters that a scenario names, each read once, and the names that its steps may use. */
final class Charters {

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
