package threeline.promises.check;

import threeline.promises.charter.Channel;
import threeline.promises.charter.Severity;
import threeline.promises.source.Code;

/** Severities list their channels and channels their severities, and the two tables disagree. */
final class ChannelTables implements Rule {

    @Override
    public void look(Look look) {
        for (var channel : look.charter().channels().values()) {
            for (var severity : look.charter().severities().all()) {
                look(look, channel, severity);
            }
        }
    }

    private static void look(Look look, Channel channel, Severity severity) {
        var listed = channel.door().severities();
        if (listed.isEmpty() || severity.via().isEmpty()) {
            return;
        }
        var bySeverity = look.charter().ways(severity).contains(channel);
        var byChannel = listed.contains(severity.id());
        if (bySeverity && !byChannel) {
            tell(look, channel, severity, "%s may come by %s, which doesn't list it");
        } else if (byChannel && !bySeverity) {
            tell(look, channel, severity, "%s is not said to come by %s, which lists it");
        }
    }

    private static void tell(Look look, Channel channel, Severity severity, String how) {
        look.findings()
                .warning(
                        Code.VALUE_CONFLICT,
                        look.place("channels", channel.id(), "severities"),
                        how.formatted(severity.name(), channel.reach().name()),
                        "people who read one table are turned away by those who read the other",
                        "settle it in severities." + severity.id() + ".via, and delete this list");
    }
}
