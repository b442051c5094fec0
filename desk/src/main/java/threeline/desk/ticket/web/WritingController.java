package threeline.desk.ticket.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import threeline.desk.content.Content;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.ticket.Departures;
import threeline.desk.ticket.FileDoor;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.TicketDesk;
import threeline.desk.ticket.web.Answer.Asked;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Replies and internal notes. A reply may be sent and followed by a hold, or by resolving, in one go. */
@Controller
@May(Action.WORK_ON_TICKETS)
@RequestMapping("/tickets/{number}")
class WritingController {

    private static final int LONGEST = 100_000;

    private final TicketDesk desk;
    private final Departures departures;
    private final FileDoor files;
    private final Answer answer;

    WritingController(TicketDesk desk, Departures departures, FileDoor files, Answer answer) {
        this.desk = desk;
        this.departures = departures;
        this.files = files;
        this.answer = answer;
    }

    @PostMapping("/replies")
    ModelAndView reply(@PathVariable long number, WritingForm form, Actor actor, Asked asked) {
        var then = form.then() == null ? "" : form.then();
        return answer.after(
                departures.reply(
                        Numbers.of(number),
                        files.admit(form.message()),
                        then,
                        actor.agent().id()),
                asked);
    }

    @PostMapping("/notes")
    ModelAndView note(@PathVariable long number, WritingForm form, Actor actor, Asked asked) {
        return answer.after(
                desk.note(
                        Numbers.of(number),
                        files.admit(form.message()),
                        actor.agent().id()),
                asked);
    }

    /** What was written, and what is to follow. */
    record WritingForm(
            @Nullable String text,
            @Nullable String then,
            @Nullable List<MultipartFile> files) {

        NewMessage message() {
            var words = text == null ? "" : text.strip();
            if (words.isEmpty() || words.length() > LONGEST) {
                throw new ProblemException(new Problem.Invalid(new Problem.Fault(
                        "text",
                        words.isEmpty()
                                ? "Write something first."
                                : "Shorten it to 100,000 characters, or attach it.")));
            }
            return new NewMessage(null, words, attachments());
        }

        private List<NewAttachment> attachments() {
            return files == null
                    ? List.of()
                    : files.stream()
                            .filter(file -> !file.isEmpty())
                            .map(WritingForm::attachment)
                            .toList();
        }

        private static NewAttachment attachment(MultipartFile file) {
            try {
                var name = file.getOriginalFilename();
                var type = file.getContentType();
                return new NewAttachment(
                        name == null || name.isBlank() ? "file" : name,
                        type == null ? "application/octet-stream" : type,
                        Content.of(file.getBytes()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
