package threeline.desk.notification.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.contract.Charters;
import threeline.desk.notification.Word;
import threeline.desk.notification.Words;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.Ticket;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.web.Frame;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;

/** What one was told; reading it is a resource, of one word or of all. */
@Controller
@May(Action.SEE_TICKETS)
@RequestMapping("/told")
class ToldController {

    private static final int A_PAGE = 50;
    private static final int MOST = 100;

    private final Words words;
    private final TicketQueue tickets;
    private final Charters charters;

    ToldController(Words words, TicketQueue tickets, Charters charters) {
        this.words = words;
        this.tickets = tickets;
        this.charters = charters;
    }

    @GetMapping
    String page(
            @RequestParam Optional<Long> before,
            Actor actor,
            @ModelAttribute(name = "frame", binding = false) Frame frame,
            Model model) {
        var me = actor.agent().id();
        var told = words.of(me, before.orElse(null), A_PAGE + 1);
        var page = told.subList(0, Math.min(A_PAGE, told.size()));
        var last = told.size() > A_PAGE ? page.getLast().id() : null;
        model.addAttribute("told", new ToldView(rows(page, frame), words.unread(me, MOST), "told-" + me.value(), last));
        return "notification/told";
    }

    /** Of tickets that they see; what was told of others, as long as they did, is shown no more. */
    private List<ToldView.Row> rows(List<Word> page, Frame frame) {
        var charter = charters.current().charter();
        var about = tickets.all(page.stream().map(it -> it.place().ticket()).toList());
        var moments = new Moments(charter.zone(), frame.now());
        return page.stream()
                .flatMap(it -> Stream.ofNullable(about.get(it.place().ticket()))
                        .map(ticket -> row(it, ticket, moments, charter)))
                .toList();
    }

    private static ToldView.Row row(Word it, Ticket ticket, Moments moments, Charter charter) {
        var number = it.place().ticket();
        return new ToldView.Row(
                it.id(),
                "/tickets/%s#entry-%d".formatted(number, it.place().entry()),
                number.reference(charter.prefix()),
                ticket.subject(),
                it.line(),
                moments.brief(it.at()),
                it.at().toString(),
                it.readAt() == null);
    }

    @PostMapping("/reading")
    String readAll(Actor actor) {
        words.readAll(actor.agent().id());
        return "redirect:/told";
    }

    @PostMapping("/{word}/reading")
    String read(@PathVariable long word, Actor actor) {
        words.read(actor.agent().id(), word);
        return "redirect:/told";
    }
}
