package threeline.desk.ticket.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.contract.Charters;
import threeline.desk.people.Requester;
import threeline.desk.people.Requesters;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.TicketNumber;
import threeline.desk.ticket.TicketQueue;
import threeline.desk.ticket.web.Acts.Choice;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Category;
import threeline.promises.charter.Charter;

/** Logging a call while it goes on: who, one line, done. */
@Controller
@May(Action.OPEN_TICKETS)
@RequestMapping("/calls")
class CallController {

    private static final int MOST = 6;

    private final CallLog log;
    private final Requesters requesters;
    private final TicketQueue queue;
    private final Charters charters;

    CallController(CallLog log, Requesters requesters, TicketQueue queue, Charters charters) {
        this.log = log;
        this.requesters = requesters;
        this.queue = queue;
        this.charters = charters;
    }

    @GetMapping("/new")
    String page(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String line,
            @RequestParam Optional<Long> logged,
            Model model) {
        var charter = charters.current().charter();
        model.addAttribute(
                "call",
                new CallView(
                        who,
                        line,
                        callers(who),
                        choices(charter),
                        logged.flatMap(it -> logged(it, charter)).orElse(null),
                        null));
        return "ticket/call";
    }

    /** Who it may be, while somebody types. */
    @GetMapping("/callers")
    String callers(@RequestParam(defaultValue = "") String who, Model model) {
        model.addAttribute("who", who);
        model.addAttribute("callers", Optional.ofNullable(callers(who)).orElse(List.of()));
        return "ticket/callers";
    }

    /** Where the charter sends such calls elsewhere, its words are shown, and all that was typed with them. */
    @PostMapping
    String log(CallForm call, @RequestParam Map<String, String> fields, Actor actor, Model model) {
        try {
            var ticket = log.log(call, actor.agent().id());
            return call.solved()
                    ? "redirect:/calls/new?logged=" + ticket.number()
                    : "redirect:/tickets/" + ticket.number();
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof Problem.NotAllowed(var words))) {
                throw refused;
            }
            var sent = new CallView.Sent(words, fields);
            var charter = charters.current().charter();
            model.addAttribute(
                    "call",
                    new CallView(
                            call.typed(),
                            sent.fields().getOrDefault("line", ""),
                            callers(call.typed()),
                            choices(charter),
                            null,
                            sent));
            return "ticket/call";
        }
    }

    private @Nullable List<Requester> callers(String who) {
        return who.isBlank() ? null : requesters.calling(who, MOST);
    }

    private CallView.Choices choices(Charter charter) {
        var lines = log.lines();
        return new CallView.Choices(
                lines.size() < 2
                        ? List.of()
                        : lines.stream().map(it -> new Choice(it, name(it), "")).toList(),
                new DeskWords(charter).severities(),
                choices(charter.waysIn().categories(), Category::name),
                choices(charter.waysIn().applications(), it -> it));
    }

    private static <T> List<Choice> choices(Map<String, T> all, Function<T, String> name) {
        return all.entrySet().stream()
                .map(it -> new Choice(it.getKey(), name.apply(it.getValue()), ""))
                .toList();
    }

    private static String name(String line) {
        return DeskWords.capital(line.replace('-', ' '));
    }

    private Optional<CallView.Logged> logged(long number, Charter charter) {
        if (number < 1) {
            return Optional.empty();
        }
        return queue.find(new TicketNumber(number))
                .map(it -> new CallView.Logged(
                        number,
                        it.number().reference(charter.prefix()),
                        it.subject(),
                        !it.status().unresolved()));
    }
}
