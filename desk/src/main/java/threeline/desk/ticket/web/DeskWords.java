package threeline.desk.ticket.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.PromiseName;
import threeline.desk.ticket.TicketNumber;
import threeline.promises.charter.Channel;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Hold;
import threeline.promises.charter.Severity;
import threeline.promises.tier.Group;
import threeline.promises.tier.Tier;

/** What this desk calls things; what its charter no longer knows is called by the name it was kept under. */
record DeskWords(Charter charter) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);

    String reference(TicketNumber number) {
        return number.reference(charter.prefix());
    }

    SeverityView severity(String id) {
        var all = charter.severities().all();
        for (var rank = 0; rank < all.size(); rank++) {
            if (all.get(rank).id().equals(id)) {
                return SeverityView.of(all.get(rank), rank, all.size());
            }
        }
        return SeverityView.unknown(id);
    }

    java.util.List<SeverityView> severities() {
        return charter.severities().all().stream()
                .map(Severity::id)
                .map(this::severity)
                .toList();
    }

    String hold(String id) {
        return charter.hold(id).map(Hold::name).map(DeskWords::capital).orElse(id);
    }

    /** A tier's name and group, and which stroke it is. */
    TierView tier(String tier, @Nullable String group) {
        var ids = charter.tiers().stream().map(Tier::id).toList();
        var name = charter.ladder().tier(tier).map(Tier::name).orElse(tier);
        var stroke = Math.clamp(ids.indexOf(tier), 0, 2);
        return new TierView(name, group == null ? null : group(group), stroke);
    }

    String group(String id) {
        return charter.ladder().group(id).map(Group::name).orElse(id);
    }

    String tierName(String id) {
        return charter.ladder().tier(id).map(Tier::name).orElse(capital(id));
    }

    /** Why a ticket went up, as the charter says it. */
    String reason(String id) {
        return charter.tiers().stream()
                .flatMap(tier -> java.util.stream.Stream.ofNullable(tier.escalation()))
                .flatMap(way -> java.util.stream.Stream.ofNullable(way.reasons().get(id)))
                .findFirst()
                .orElseGet(() -> switch (id) {
                    case "by-judgement" -> "by judgement";
                    case "overflow" -> "too many wait there already";
                    default -> id;
                });
    }

    /** A tier, or a part that somebody plays. */
    String whom(String id) {
        var role = charter.waysIn().roles().get(id);
        return role == null ? tierName(id) : role.name();
    }

    String act(String id) {
        return capital(id.replace('-', ' '));
    }

    String stage(String id) {
        return charter.practice().process().stream()
                .filter(it -> it.id().equals(id))
                .map(it -> it.name())
                .findFirst()
                .orElse(id);
    }

    String vendor(String id) {
        var vendor = charter.offers().vendors().get(id);
        return vendor == null ? id : vendor.name();
    }

    /** How somebody got in touch, as a sentence goes on: {@code by mail}. */
    ChannelView channel(String name) {
        return charter.channel(name)
                .map(Channel::by)
                .map(ChannelView::of)
                .orElse(new ChannelView("by " + name, "mail"));
    }

    /** An instant as the desk's own clocks show it. */
    String moment(Instant at) {
        return MOMENT.format(at.atZone(charter.zone()));
    }

    static String promise(PromiseName promise) {
        return metric(promise) + (promise.aim() ? ", aim" : "");
    }

    static String metric(PromiseName promise) {
        return capital(promise.metric().replace('-', ' '));
    }

    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
