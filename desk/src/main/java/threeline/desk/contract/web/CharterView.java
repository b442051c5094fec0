package threeline.desk.contract.web;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Hold;
import threeline.promises.charter.Severity;
import threeline.promises.sla.Metric;
import threeline.promises.sla.Target;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** A charter as people read it who don't write it. */
public record CharterView(
        String desk,
        String zone,
        List<SeverityRow> severities,
        List<TierRow> tiers,
        List<ChannelRow> channels,
        List<HoldRow> holds,
        List<String> packages,
        List<String> releases) {

    /** How bad, what that means, and what is promised for it. */
    public record SeverityRow(
            String name,
            String means,
            @Nullable String response,
            @Nullable String resolution,
            boolean byDefault) {}

    public record TierRow(String name, List<GroupRow> groups) {}

    public record GroupRow(String name, String covers) {}

    public record ChannelRow(String name, String by, String reach, String hours) {}

    public record HoldRow(String name, String pauses) {}

    static CharterView of(Charter charter, List<LocalDate> releases) {
        return new CharterView(
                charter.name(),
                charter.zone().getId(),
                charter.severities().all().stream()
                        .map(it -> severity(it, charter))
                        .toList(),
                charter.tiers().stream().map(it -> tier(it, charter)).toList(),
                charter.channels().values().stream().map(CharterView::channel).toList(),
                charter.holds().values().stream().map(CharterView::hold).toList(),
                charter.offers().packages().values().stream()
                        .map(it -> it.name())
                        .toList(),
                releases.stream().map(ReleaseDates::word).toList());
    }

    private static SeverityRow severity(Severity it, Charter charter) {
        return new SeverityRow(
                it.name(),
                it.means(),
                promised(it.target(Metric.RESPONSE)),
                promised(it.target(Metric.RESOLUTION)),
                it.id().equals(charter.severities().byDefault()));
    }

    static @Nullable String promised(@Nullable Target target) {
        return switch (target) {
            case null -> null;
            case Target.Within it ->
                it.expected() == null
                        ? it.limit().toString()
                        : "expected in %s, at most %s".formatted(it.expected(), it.limit());
            case Target.NextRelease it -> "by the next release" + by(it);
            case Target.Measured it -> "counted, without a limit" + by(it);
        };
    }

    private static String by(Target target) {
        return target.metBy().ways().isEmpty()
                ? ""
                : target.metBy().ways().stream()
                        .map(way -> way.stream()
                                .map(it -> it.replace('-', ' '))
                                .sorted()
                                .collect(joining(" and ")))
                        .collect(joining(", or by ", ", by ", ""));
    }

    private static TierRow tier(Tier it, Charter charter) {
        return new TierRow(
                it.name(),
                charter.ladder().on(it.id()).stream().map(CharterView::group).toList());
    }

    private static GroupRow group(Group it) {
        var covers = it.covers() == null ? "always" : it.covers();
        return new GroupRow(it.name(), it.isBound() ? covers + ", with rights then alone" : covers);
    }

    private static ChannelRow channel(Channel it) {
        var reach = it.reach().address() == null
                ? String.join(", ", it.reach().numbers())
                : it.reach().address();
        return new ChannelRow(
                it.reach().name(),
                it.by().toString(),
                it.needsReach() && !it.reach().isKnown() ? "to follow" : reach,
                it.door().covers() == null ? "always" : it.door().covers());
    }

    private static HoldRow hold(Hold it) {
        var pauses = it.pauses().stream().sorted().map(Metric::word).collect(joining(", "));
        return new HoldRow(it.name(), pauses.isEmpty() ? "nothing" : pauses);
    }
}
