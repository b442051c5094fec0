package threeline.desk.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Asker;
import threeline.desk.people.access.May;
import threeline.desk.portal.Requests;
import threeline.desk.ticket.FilePasses;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.Ticket;
import threeline.desk.web.ProblemException;

/** One request: reading it, answering, saying how bad it is by now, and that it is solved. */
@Controller
@RequestMapping("/portal/requests/{number}")
class RequestController {

    private final Requests requests;
    private final RequestPages pages;
    private final Readers readers;
    private final FilePasses passes;

    RequestController(Requests requests, RequestPages pages, Readers readers, FilePasses passes) {
        this.requests = requests;
        this.pages = pages;
        this.readers = readers;
        this.passes = passes;
    }

    @GetMapping
    @May(Action.SEE_REQUESTS)
    String page(
            Asker asker,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String asked,
            @RequestParam(required = false) @Nullable String done,
            HttpServletRequest request,
            Model model) {
        var reader = readers.of(asker, request);
        var ticket = requests.get(number);
        var goesOn = requests.goesOnAs(ticket);
        if (goesOn.isPresent()) {
            return "redirect:/portal/requests/" + goesOn.get();
        }
        model.addAttribute("asked", asked != null);
        model.addAttribute("done", done != null);
        return page(ticket, reader, RequestPages.Refused.NOTHING, model);
    }

    @GetMapping("/entries/{nth}/files/{place}")
    @May(Action.SEE_REQUESTS)
    ResponseEntity<Void> file(@PathVariable long number, @PathVariable int nth, @PathVariable int place) {
        var at = requests.withFile(requests.get(number), nth, place);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(passes.address(at.ticket(), at.entry(), place))
                .build();
    }

    @PostMapping("/messages")
    @May(Action.ANSWER_REQUESTS)
    String write(
            Asker asker,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var ticket = requests.get(number);
        var reader = readers.of(asker, request);
        var words = text.strip();
        if (words.isEmpty() || words.length() > AskForm.LONGEST) {
            var why = reader.say(words.isEmpty() ? "reply.missing" : "ask.text.long");
            return refused(ticket, reader, new RequestPages.Refused(why, words), model, response);
        }
        var message = new NewMessage(null, words, AskForm.attachments(files));
        return does(() -> requests.write(ticket, message, asker.requester()), ticket, reader, words, model, response);
    }

    @PostMapping("/severity")
    @May(Action.ANSWER_REQUESTS)
    String severity(
            Asker asker,
            @PathVariable long number,
            @RequestParam String severity,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var ticket = requests.get(number);
        var reader = readers.of(asker, request);
        return does(() -> requests.severity(ticket, severity, asker), ticket, reader, "", model, response);
    }

    @PostMapping("/confirmation")
    @May(Action.ANSWER_REQUESTS)
    String confirm(
            Asker asker,
            @PathVariable long number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var ticket = requests.get(number);
        var reader = readers.of(asker, request);
        return does(() -> requests.confirm(ticket, asker), ticket, reader, "", model, response);
    }

    /** What can't be done is said on the page, beside what was written. */
    private String does(
            Supplier<Ticket> act,
            Ticket ticket,
            Reader reader,
            String written,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/portal/requests/%s?done".formatted(act.get().number());
        } catch (ProblemException no) {
            return refused(ticket, reader, new RequestPages.Refused(no.problem().what(), written), model, response);
        }
    }

    private String refused(
            Ticket ticket, Reader reader, RequestPages.Refused refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("asked", false);
        model.addAttribute("done", false);
        return page(ticket, reader, refused, model);
    }

    private String page(Ticket ticket, Reader reader, RequestPages.Refused refused, Model model) {
        model.addAttribute("view", pages.page(ticket, reader, refused));
        return "portal/request";
    }
}
