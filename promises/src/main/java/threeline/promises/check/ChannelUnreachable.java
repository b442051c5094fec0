package threeline.promises.check;

import java.util.List;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Severity;
import threeline.promises.source.Code;

/** A channel lacks its number or address, so what can only come in by it can't be raised. */
final class ChannelUnreachable implements Rule {

    @Override
    public void look(Look look) {
        for (var channel : look.charter().channels().values()) {
            if (channel.needsReach() && !channel.reach().isKnown()) {
                tell(look, channel);
            }
        }
    }

    private static void tell(Look look, Channel channel) {
        var lost = look.charter().severities().all().stream()
                .filter(severity -> isLost(look, severity, channel))
                .map(Severity::name)
                .toList();
        var what = channel.by() == Channel.By.PHONE ? "number" : "address";
        look.findings()
                .warning(
                        Code.VALUE_MISSING,
                        look.place("channels", channel.id(), what),
                        "%s has no %s%s".formatted(channel.reach().name(), what, said(lost)),
                        "nobody can use it until somebody supplies one",
                        "supply the " + what + ", or name another channel in via");
    }

    private static String said(List<String> lost) {
        return lost.isEmpty() ? "" : ", so " + String.join(" and ", lost) + " can't be raised by anybody";
    }

    private static boolean isLost(Look look, Severity severity, Channel channel) {
        var ways = look.charter().ways(severity);
        return ways.contains(channel)
                && ways.stream()
                        .allMatch(way -> way.needsReach() && !way.reach().isKnown());
    }
}
