package threeline.desk.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.contract.Charters;
import threeline.desk.people.AgentId;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.ticket.About;
import threeline.desk.ticket.FileDoor;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;
import threeline.desk.ticket.QueueCursor;
import threeline.desk.ticket.Status;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.TicketFilter;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.View;
import threeline.promises.charter.Channel;

/** Tickets: opened, read, listed, searched. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketsController {

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_WORD = 60;
    private static final List<String> SORTS = List.of("newest", "due");

    private final TicketDesk desk;
    private final TicketQueue queue;
    private final FileDoor files;
    private final Requesters requesters;
    private final Charters charters;
    private final Numbers numbers;
    private final Views views;
    private final Once once;

    TicketsController(
            TicketDesk desk,
            TicketQueue queue,
            FileDoor files,
            Requesters requesters,
            Charters charters,
            Numbers numbers,
            Views views,
            Once once) {
        this.desk = desk;
        this.queue = queue;
        this.files = files;
        this.requesters = requesters;
        this.charters = charters;
        this.numbers = numbers;
        this.views = views;
        this.once = once;
    }

    private record Wish(
            String email,
            String name,
            String channel,
            @Nullable String severity,
            boolean live,
            About about,
            NewMessage message) {}

    @PostMapping
    @May(Action.OPEN_TICKETS)
    ResponseEntity<byte[]> open(Asking asking) {
        var wish = asking.read(this::wish);
        files.admit(wish.message());
        return once.answer(asking, () -> open(wish)).asResponse();
    }

    private Answer open(Wish wish) {
        var requester = requesters.recognise(wish.email(), wish.name());
        var ticket = desk.open(new NewTicket(
                requester.id(), wish.channel(), wish.severity(), wish.live(), wish.about(), wish.message()));
        var view = TicketView.of(ticket, views.prefix(), People.of(requester));
        return Answer.created("/api/v1/tickets/" + view.reference(), view);
    }

    private Wish wish(Fields in) {
        record Who(String email, String name) {}
        var who = in.object("requester", it -> new Who(Messages.address(it, "email"), name(it)));
        var subject = in.line("subject", LONGEST_SUBJECT);
        var severity = in.optionalText("severity", LONGEST_WORD);
        var channel =
                Optional.ofNullable(in.optionalText("channel", LONGEST_WORD)).orElse("api");
        if (charters.current().charter().channel(channel).isEmpty()
                && Channel.By.of(channel).isEmpty()) {
            in.fault("channel", "There is no channel \"%s\" at this desk.".formatted(channel));
        }
        var live = in.flag("live", false);
        return new Wish(who.email(), who.name(), channel, severity, live, about(in), Messages.message(in, subject));
    }

    private static About about(Fields in) {
        return new About(
                in.optionalText("category", LONGEST_WORD),
                in.optionalText("application", LONGEST_WORD),
                in.optionalText("language", LONGEST_WORD),
                in.optionalText("for", LONGEST_WORD));
    }

    private static String name(Fields in) {
        return Optional.ofNullable(in.optionalText("name", Messages.LONGEST_NAME))
                .orElse("");
    }

    @GetMapping("/{called}")
    @May(Action.SEE_TICKETS)
    ResponseEntity<byte[]> read(@PathVariable String called) {
        return Answer.ok(views.named(List.of(numbers.ticket(called))).getFirst())
                .asResponse();
    }

    @GetMapping
    @May(Action.SEE_TICKETS)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var query = new Query(
                request,
                Set.of("search", "status", "severity", "group", "agent", "requester", "sort", "cursor", "limit"));
        var search = query.text("search");
        return Answer.ok(search == null ? filtered(query) : found(search, query))
                .asResponse();
    }

    private PageView<TicketView> found(String search, Query query) {
        for (var other : List.of("status", "severity", "group", "agent", "requester", "sort")) {
            if (query.text(other) != null) {
                throw Query.refused(other, "Search looks through all tickets; send it without this.");
            }
        }
        var limit = query.limit();
        var after = Cursor.parse(query.text("cursor"), "search");
        var found = queue.search(search, after == null ? null : new TicketNumber(after.number()), limit + 1);
        return PageView.of(
                found,
                limit,
                views::named,
                it -> new Cursor("search", it.openedAt(), it.number().value()));
    }

    private PageView<TicketView> filtered(Query query) {
        var limit = query.limit();
        var sort = query.word("sort", SORTS);
        var after = Cursor.parse(query.text("cursor"), sort);
        var filter = filter(query);
        if (sort.equals("newest")) {
            var before = after == null ? null : new TicketNumber(after.number());
            return PageView.of(
                    queue.newest(filter, before, limit + 1),
                    limit,
                    views::named,
                    it -> new Cursor(sort, it.openedAt(), it.number().value()));
        }
        var from = after == null ? null : new QueueCursor(after.at(), new TicketNumber(after.number()));
        return PageView.of(queue.breaksFirst(filter, from, limit + 1), limit, views::named, it -> {
            var place = QueueCursor.after(it, View.BREAKS_FIRST);
            return new Cursor(sort, place.at(), place.number().value());
        });
    }

    private TicketFilter filter(Query query) {
        var agent = query.number("agent");
        var requester = query.number("requester");
        return new TicketFilter(
                status(query),
                query.text("severity"),
                query.text("group"),
                agent == null ? null : new AgentId(agent),
                requester == null ? null : new RequesterId(requester));
    }

    private static @Nullable Status status(Query query) {
        var words = Stream.of(Status.values()).map(Status::word).toList();
        return query.text("status") == null
                ? null
                : Status.valueOf(query.word("status", words).toUpperCase(Locale.ROOT));
    }
}
