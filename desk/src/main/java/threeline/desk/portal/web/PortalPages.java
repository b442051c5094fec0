package threeline.desk.portal.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.portal.Asking;
import threeline.desk.portal.Requests;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketNumber;
import threeline.promises.charter.Channel;

/** Puts the portal's lists together. */
@Component
class PortalPages {

    private static final int ON_HOME = 6;
    private static final int ON_A_PAGE = 25;

    private final Requests requests;
    private final Requesters requesters;
    private final Asking asking;

    PortalPages(Requests requests, Requesters requesters, Asking asking) {
        this.requests = requests;
        this.requesters = requesters;
        this.asking = asking;
    }

    Page page(Reader reader, String here) {
        var phones = asking.ways(reader.requester()).stream()
                .filter(it -> it.channel().by() == Channel.By.PHONE)
                .map(it -> way(it, reader))
                .map(it -> "%s: %s".formatted(it.name(), it.where()))
                .collect(Collectors.joining(" · "));
        return new Page(reader.speech(), reader.requester().name(), here, phones);
    }

    HomeView home(Reader reader) {
        var found = requests.of(reader.asker(), true, null, ON_HOME + 1);
        return new HomeView(
                page(reader, "home"),
                asking.ways(reader.requester()).stream()
                        .map(it -> way(it, reader))
                        .toList(),
                rows(found.stream().limit(ON_HOME).toList(), reader),
                found.size() > ON_HOME);
    }

    ListView list(Reader reader, boolean open, @Nullable TicketNumber before) {
        var found = requests.of(reader.asker(), open, before, ON_A_PAGE + 1);
        var shown = found.stream().limit(ON_A_PAGE).toList();
        var older = found.size() > ON_A_PAGE
                ? "/portal/requests?before=%s%s".formatted(shown.getLast().number(), open ? "" : "&all")
                : null;
        return new ListView(page(reader, "requests"), rows(shown, reader), open, older);
    }

    private List<RequestRow> rows(List<Ticket> tickets, Reader reader) {
        var statuses = new Statuses(reader);
        var people = people(tickets);
        return tickets.stream().map(it -> row(it, statuses, people)).toList();
    }

    private static RequestRow row(Ticket it, Statuses statuses, Map<RequesterId, Requester> people) {
        var reader = statuses.reader();
        var by = people.get(it.requester());
        return new RequestRow(
                "/portal/requests/" + it.number(),
                subject(it, reader),
                it.number().reference(reader.charter().prefix()),
                statuses.line(it),
                statuses.next(it),
                it.requester().equals(reader.requester().id())
                        ? null
                        : by == null ? reader.say("somebody") : by.name());
    }

    static String subject(Ticket it, Reader reader) {
        return it.subject().isBlank() ? reader.say("no-subject") : it.subject();
    }

    Map<RequesterId, Requester> people(List<Ticket> tickets) {
        return requesters.all(tickets.stream().map(Ticket::requester).toList());
    }

    static HomeView.WayView way(Asking.Way way, Reader reader) {
        var hours = way.channel().isAnsweredAtOnce() ? reader.say(way.open() ? "way.open" : "way.shut") : "";
        return way(way.channel(), hours);
    }

    static HomeView.WayView way(Channel channel, String hours) {
        var reach = channel.reach();
        var address = Objects.requireNonNullElse(reach.address(), "");
        var where = Stream.concat(reach.numbers().stream(), Stream.of(address))
                .filter(it -> !it.isBlank())
                .collect(Collectors.joining(", "));
        return switch (channel.by()) {
            case PHONE ->
                new HomeView.WayView(
                        "phone",
                        reach.name(),
                        where,
                        reach.numbers().isEmpty()
                                ? ""
                                : "tel:" + reach.numbers().getFirst().replaceAll("[^+0-9]", ""),
                        hours);
            case EMAIL -> new HomeView.WayView("mail", reach.name(), where, "mailto:" + address, hours);
            case PORTAL, CHAT, APP, FORM, MONITORING, API ->
                new HomeView.WayView("portal", reach.name(), where, "", hours);
        };
    }
}
