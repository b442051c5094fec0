package threeline.desk.portal.web;

import static threeline.desk.portal.web.AskForm.said;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.May;
import threeline.desk.portal.Asking;
import threeline.desk.portal.Requests;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.charter.Category;

/** Asking: one short page. What can't be taken is said on it, beside all that was typed. */
@Controller
@May(Action.ASK)
@RequestMapping("/portal/ask")
class AskController {

    private final Asking asking;
    private final Requests requests;
    private final PortalPages pages;
    private final Readers readers;

    AskController(Asking asking, Requests requests, PortalPages pages, Readers readers) {
        this.asking = asking;
        this.requests = requests;
        this.pages = pages;
        this.readers = readers;
    }

    @GetMapping
    String page(Asker asker, HttpServletRequest request, Model model) {
        return page(readers.of(asker, request), AskForm.EMPTY, null, model);
    }

    @PostMapping
    String ask(Asker asker, AskForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var reader = readers.of(asker, request);
        var fault = fault(form, reader);
        if (fault == null) {
            try {
                var ticket = requests.ask(form.wish(asker.requester()));
                return "redirect:/portal/requests/%s?asked".formatted(ticket.number());
            } catch (ProblemException refused) {
                fault = fault(refused.problem());
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(reader, form, fault, model);
    }

    private AskView.@Nullable Fault fault(AskForm form, Reader reader) {
        if (said(form.subject()).isEmpty()) {
            return new AskView.Fault("subject", reader.say("ask.subject.missing"));
        }
        if (AskForm.chosen(form.severity()) == null
                && !asking.choices(reader.requester()).isEmpty()) {
            return new AskView.Fault("severity", reader.say("ask.severity.missing"));
        }
        if (said(form.text()).isEmpty()) {
            return new AskView.Fault("text", reader.say("ask.text.missing"));
        }
        return said(form.text()).length() > AskForm.LONGEST
                ? new AskView.Fault("text", reader.say("ask.text.long"))
                : null;
    }

    /** The charter's words are about how bad it is, and by which way. */
    static AskView.Fault fault(Problem problem) {
        return switch (problem) {
            case Problem.NotAllowed(var words) -> new AskView.Fault("severity", words);
            case Problem.Invalid(var words, var faults) ->
                new AskView.Fault(faults.isEmpty() ? "text" : faults.getFirst().field(), words);
            case Problem.Conflict(var words) -> new AskView.Fault("text", words);
            case Problem.NotFound(var words) -> new AskView.Fault("text", words);
            case Problem.NotNow(var words) -> new AskView.Fault("text", words);
        };
    }

    private String page(Reader reader, AskForm form, AskView.@Nullable Fault fault, Model model) {
        var waysIn = reader.charter().waysIn();
        model.addAttribute(
                "view",
                new AskView(
                        pages.page(reader, "ask"),
                        new SeverityCards(reader).of(asking.choices(reader.requester()), form.severity()),
                        choices(waysIn.categories(), Category::name, form.category()),
                        choices(waysIn.applications(), it -> it, form.application()),
                        new AskView.Typed(
                                said(form.subject()),
                                said(form.text()),
                                "portal-ask-" + reader.requester().id().value(),
                                fault)));
        return "portal/ask";
    }

    private static <T> List<AskView.Choice> choices(
            Map<String, T> all, Function<T, String> name, @Nullable String chosen) {
        return all.entrySet().stream()
                .map(it -> new AskView.Choice(
                        it.getKey(), name.apply(it.getValue()), it.getKey().equals(chosen)))
                .toList();
    }
}
