package threeline.promises.rehearsal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.promises.clock.Which;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Happening;

/** Names what happened, and gives its details in the charter's zone. */
final class Events {

    private final ZoneId zone;

    Events(ZoneId zone) {
        this.zone = zone;
    }

    Event of(String ticket, Happening happening) {
        return switch (happening) {
            case Happening.Warned it -> of(ticket, it, "warned", promise(it.which()), "percent", it.percent());
            case Happening.Late it -> of(ticket, it, "late", promise(it.which()));
            case Happening.Breached it -> of(ticket, it, "breached", promise(it.which()));
            case Happening.Met it -> of(ticket, it, "met", promise(it.which()));
            case Happening.Ended it -> of(ticket, it, "ended", promise(it.which()));
            case Happening.DueMoved it ->
                of(ticket, it, "due-moved", promise(it.which()), "from", local(it.from()), "to", local(it.to()));
            case Happening.Alerted it -> of(ticket, it, "alerted", promise(it.which()));
            case Happening.Opened it -> of(ticket, it, "opened", "severity", it.severity());
            case Happening.Assigned it -> of(ticket, it, "assigned", "group", it.group());
            case Happening.Answered it -> of(ticket, it, "answered");
            case Happening.Contacted it -> of(ticket, it, "contacted");
            case Happening.Noted it -> of(ticket, it, "noted");
            case Happening.Held it -> of(ticket, it, "held", "for", it.hold());
            case Happening.Resumed it -> of(ticket, it, "resumed", "for", it.hold());
            case Happening.SeverityChanged it -> of(ticket, it, "severity-changed", "from", it.from(), "to", it.to());
            case Happening.Rose it -> of(ticket, it, "rose", "from", it.from(), "to", it.to());
            case Happening.HandedOver it -> of(ticket, it, "handed-over", "from", it.from(), "to", it.to());
            case Happening.Accepted it -> of(ticket, it, "accepted", "group", it.group());
            case Happening.Escalated it ->
                of(ticket, it, "escalated", "from", it.from(), "to", it.to(), "because", it.because());
            case Happening.Returned it ->
                of(ticket, it, "returned", "from", it.from(), "to", it.to(), "because", it.because());
            case Happening.Told it -> of(ticket, it, "told", "because", it.because());
            case Happening.Consulted it -> of(ticket, it, "consulted", "tier", it.tier());
            case Happening.Extended it ->
                of(ticket, it, "extended", "more", it.more().toString(), "timebox", it.timebox());
            case Happening.TimeboxPassed it -> of(ticket, it, "alerted", "promise", "timebox", "tier", it.tier());
            case Happening.ReleaseMoved it ->
                of(
                        "",
                        it,
                        "release-moved",
                        "from",
                        it.from().toString(),
                        "to",
                        it.to().toString());
            case Happening.InForce it -> of("", it, "in-force", "charter", it.version());
            case Happening.Resolved it -> resolved(ticket, it);
            case Happening.Reopened it -> of(ticket, it, "reopened");
            case Happening.Closed it -> of(ticket, it, "closed");
            case Happening.Merged it -> of(ticket, it, "merged", "into", it.into());
        };
    }

    private static Event resolved(String ticket, Happening.Resolved it) {
        return it.as() == Act.Resolved.As.PERSON
                ? of(ticket, it, "resolved")
                : of(ticket, it, "resolved", "as", it.as().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Event of(String ticket, Happening happening, String name, @Nullable Object... details) {
        return new Event(happening.at(), ticket, name, details(details));
    }

    private static Event of(
            String ticket, Happening happening, String name, Map<String, Object> promise, @Nullable Object... more) {
        var details = new LinkedHashMap<>(promise);
        details.putAll(details(more));
        return new Event(happening.at(), ticket, name, details);
    }

    private static Map<String, Object> promise(Which which) {
        var details = new LinkedHashMap<String, Object>();
        details.put("promise", which.metric().word());
        if (which.nth() > 1) {
            details.put("nth", which.nth());
        }
        if (which.aim()) {
            details.put("aim", true);
        }
        return details;
    }

    private static Map<String, Object> details(@Nullable Object... pairs) {
        var details = new LinkedHashMap<String, Object>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            var value = pairs[i + 1];
            if (value != null) {
                details.put(String.valueOf(pairs[i]), value);
            }
        }
        return details;
    }

    private @Nullable String local(java.time.@Nullable Instant instant) {
        return instant == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
