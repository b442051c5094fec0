package threeline.promises.charter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import threeline.promises.charter.Entrance.Because;

/** Stands at all channels, for one severity, the roles of one requester, and one instant. */
record Doorkeeper(Charter charter, Severity severity, Set<String> roles, Instant at) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    /** Of several channels of one kind, one that lets it in is enough. */
    Entrance at(String name) {
        var meant = charter.waysIn().called(name);
        var refused = meant.stream().map(this::against).toList();
        return meant.isEmpty() || refused.stream().anyMatch(Optional::isEmpty)
                ? new Entrance.Admitted()
                : refusal(meant.getFirst(), refused.getFirst().orElseThrow());
    }

    private Optional<Because> against(Channel channel) {
        if (!channel.door().lets(roles)) {
            return Optional.of(Because.ROLE);
        }
        if (!takes(channel)) {
            return Optional.of(Because.SEVERITY);
        }
        return isShut(channel) ? Optional.of(Because.HOURS) : Optional.empty();
    }

    /** What the desk itself notices is nobody's request: it comes in at any severity. */
    private boolean takes(Channel channel) {
        var listed = channel.door().severities();
        return channel.by() == Channel.By.MONITORING
                || (listed.isEmpty() || listed.contains(severity.id()))
                        && (severity.via().isEmpty() || charter.ways(severity).contains(channel));
    }

    /** What is written waits until somebody is there; only a call needs somebody at once, or a voicemail. */
    private boolean isShut(Channel channel) {
        var covers = channel.door().covers();
        return covers != null
                && channel.isAnsweredAtOnce()
                && !channel.takesVoicemail()
                && !charter.calendar(covers).isOpen(at);
    }

    private Entrance refusal(Channel channel, Because because) {
        var ways = charter.ways(severity).stream()
                .filter(it -> against(it).isEmpty())
                .toList();
        return new Entrance.Refused(because, ways, words(channel, because, ways));
    }

    private String words(Channel channel, Because because, List<Channel> ways) {
        var door = channel.door();
        var own = because == Because.HOURS ? door.outside() : because == Because.ROLE ? door.otherwise() : null;
        return own == null ? composed(channel, because) + instead(ways) : own;
    }

    private String composed(Channel channel, Because because) {
        var name = channel.reach().name();
        return switch (because) {
            case ROLE ->
                "%s is for %s.".formatted(name, String.join(", ", channel.door().who()));
            case SEVERITY -> "%s can't be raised by %s.".formatted(severity.name(), name);
            case HOURS -> "%s is closed%s.".formatted(name, opening(channel));
        };
    }

    private String opening(Channel channel) {
        var opens = charter.calendar(Objects.requireNonNull(channel.door().covers()))
                .opensAt(at);
        return opens == null ? "" : " until " + TIME.format(opens.atZone(charter.zone()));
    }

    private static String instead(List<Channel> ways) {
        return ways.isEmpty()
                ? ""
                : ways.stream().map(Doorkeeper::said).collect(Collectors.joining(", ", " Please use: ", "."));
    }

    private static String said(Channel channel) {
        var reach = channel.reach();
        var where = Stream.concat(reach.numbers().stream(), Stream.ofNullable(reach.address()))
                .collect(Collectors.joining(" or "));
        return where.isEmpty() ? reach.name() : "%s (%s)".formatted(reach.name(), where);
    }
}
