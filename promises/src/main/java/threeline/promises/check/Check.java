package threeline.promises.check;

import java.time.LocalDate;
import java.util.List;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Reading;
import threeline.promises.source.Finding;
import threeline.promises.source.Findings;

/** Looks at a charter for what it can't keep, before a requester finds it. */
public final class Check {

    private static final List<Rule> RULES = List.of(
            new CoverGap(),
            new CoverUnstaffed(),
            new ChannelShut(),
            new ChannelUnreachable(),
            new ChannelTables(),
            new ExampleTwice(),
            new TargetUnfillable(),
            new RangeBackwards(),
            new ReleaseNone(),
            new LimitConflict(),
            new HolidaysUnstated(),
            new ZoneFixed(),
            new GroupNeverOpens(),
            new CategoryAstray(),
            new WayUp(),
            new RiseAstray(),
            new TierOrphan(),
            new GroupOrphan(),
            new TierOpen());

    private Check() {}

    /** All that is wrong with a charter as read, errors first; dates are looked at for two years from {@code on}. */
    public static List<Finding> of(Reading reading, LocalDate on) {
        var charter = reading.charter();
        if (charter == null) {
            return reading.findings();
        }
        var findings = new Findings(charter.places().file());
        findings.addAll(reading.findings());
        findings.addAll(of(charter, on));
        return findings.toList();
    }

    /** What a charter can't keep. */
    public static List<Finding> of(Charter charter, LocalDate on) {
        var look = new Look(charter, on);
        RULES.forEach(rule -> rule.look(look));
        return look.findings().toList();
    }
}
