package threeline.promises.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.calendar.Hours;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Severity;
import threeline.promises.sla.Target;
import threeline.promises.source.Code;

/** A severity is promised round the clock, but what it may come in by is shut for part of it, or for everybody. */
final class ChannelShut implements Rule {

    @Override
    public void look(Look look) {
        var told = shutToAll(look);
        for (var bought : look.charter().offers().packages().values()) {
            var sold = new Look(look.charter().promisedTo(bought.id(), null, null), look.on(), look.findings());
            sold.charter().severities().all().stream()
                    .filter(severity -> !told.contains(severity.id()))
                    .forEach(severity -> isShut(sold, severity, " to buyers of " + bought.name()));
        }
    }

    /** The severities that are promised so to everybody. */
    private static Set<String> shutToAll(Look look) {
        var told = new HashSet<String>();
        for (var severity : look.charter().severities().all()) {
            if (isShut(look, severity, "")) {
                told.add(severity.id());
            }
        }
        return told;
    }

    private static boolean isShut(Look look, Severity severity, String toWhom) {
        var channels = look.charter().ways(severity);
        var hours = channels.stream()
                .filter(channel -> !channel.door().isForNobody())
                .map(ChannelShut::hours)
                .toList();
        Optional<Hours> open = hours.isEmpty() ? Optional.empty() : Optional.of(new Hours.Any(hours));
        var unreadable = open.isPresent() && open.flatMap(look::calendar).isEmpty();
        if (channels.isEmpty() || unreadable || !isPromisedRoundTheClock(look, severity)) {
            return false;
        }
        var gaps = new Gaps(look.missing(new Hours.Always(), open), look.zone());
        if (!gaps.isEmpty()) {
            tell(look, severity, toWhom, open.isEmpty() ? "are for nobody" : "are shut " + gaps);
        }
        return !gaps.isEmpty();
    }

    private static boolean isPromisedRoundTheClock(Look look, Severity severity) {
        return severity.targets().values().stream()
                .map(ChannelShut::calendar)
                .anyMatch(calendar -> calendar != null && look.isRoundTheClock(new Hours.Named(calendar)));
    }

    private static @Nullable String calendar(Target target) {
        return switch (target) {
            case Target.Within within -> within.limit().calendar();
            case Target.Measured measured -> measured.calendar();
            case Target.NextRelease _ -> null;
        };
    }

    private static void tell(Look look, Severity severity, String toWhom, String how) {
        var names = look.charter().ways(severity).stream().map(Channel::id).toList();
        look.findings()
                .error(
                        Code.CHANNEL_SHUT,
                        look.place("severities", severity.id(), "via"),
                        "%s is promised round the clock%s, but the ways in (%s) %s"
                                .formatted(severity.name(), toWhom, String.join(", ", names), how),
                        "who needs it then has no way to say so, while the charter says that the clock would run",
                        "open one of them round the clock, add one that is, or promise it on their hours");
    }

    private static Hours hours(Channel channel) {
        return channel.takesVoicemail()
                ? new Hours.Always()
                : Look.cover(channel.door().covers());
    }
}
