package threeline.promises.check;

import java.util.List;
import java.util.Optional;
import threeline.promises.calendar.Hours;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Severity;
import threeline.promises.source.Code;

/** A severity is promised round the clock, but what it may come in by is shut for part of it, or for everybody. */
final class ChannelShut implements Rule {

    @Override
    public void look(Look look) {
        for (var severity : look.charter().severities().all()) {
            if (isPromisedRoundTheClock(look, severity)) {
                look(look, severity);
            }
        }
    }

    private static boolean isPromisedRoundTheClock(Look look, Severity severity) {
        return Promised.in(look.charter()).stream()
                .filter(promised -> promised.severity().equals(severity))
                .map(Promised::calendar)
                .anyMatch(calendar -> calendar != null && look.isRoundTheClock(new Hours.Named(calendar)));
    }

    private static void look(Look look, Severity severity) {
        var channels = Ways.of(look.charter(), severity);
        var open =
                channels.stream().filter(channel -> !isForNobody(look, channel)).toList();
        var hours = open.stream().map(ChannelShut::hours).toList();
        Optional<Hours> union = hours.isEmpty() ? Optional.empty() : Optional.of(new Hours.Any(hours));
        if (channels.isEmpty()
                || union.isPresent() && union.flatMap(look::calendar).isEmpty()) {
            return;
        }
        var gaps = new Gaps(look.missing(new Hours.Always(), union), look.zone());
        if (!gaps.isEmpty()) {
            tell(look, severity, channels, union.isEmpty() ? "are for nobody" : "are shut " + gaps);
        }
    }

    private static void tell(Look look, Severity severity, List<Channel> channels, String how) {
        var names = String.join(", ", channels.stream().map(Channel::id).toList());
        look.findings()
                .error(
                        Code.CHANNEL_SHUT,
                        look.place("severities", severity.id(), "via"),
                        "%s is promised round the clock, but the ways in (%s) %s"
                                .formatted(severity.name(), names, how),
                        "who needs it then has no way to say so, while the charter says that the clock would run",
                        "open one of them round the clock, add one that is, or promise it on their hours");
    }

    /** A voicemail is a call: what offers it is never shut. */
    private static Hours hours(Channel channel) {
        return "voicemail".equals(channel.door().outside())
                ? new Hours.Always()
                : Look.cover(channel.door().covers());
    }

    private static boolean isForNobody(Look look, Channel channel) {
        var who = channel.door().who();
        return who.equals(List.of("nobody"))
                || who.isEmpty() && look.charter().places().has("channels", channel.id(), "who");
    }
}
