package threeline.desk.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import threeline.desk.notification.Matter;
import threeline.desk.notification.Preview;
import threeline.desk.notification.Template;
import threeline.desk.notification.Templates;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** What the desk has its mails to requesters say, for each thing that is told and each language. */
@Controller
@May(Action.MANAGE_MAIL)
@RequestMapping("/mail/templates")
class TemplatesController {

    private final Templates templates;
    private final Preview preview;

    TemplatesController(Templates templates, Preview preview) {
        this.templates = templates;
        this.preview = preview;
    }

    @GetMapping
    String list(Model model) {
        var kept = templates.all();
        model.addAttribute(
                "lines",
                Templates.subjects().stream()
                        .map(what -> new TemplateView.Line(
                                what,
                                title(what),
                                kept.stream()
                                        .filter(it -> it.what().equals(what))
                                        .map(Templates.Kept::language)
                                        .toList()))
                        .toList());
        return "notification/templates";
    }

    @GetMapping("/{what}")
    ModelAndView one(@PathVariable String what, @RequestParam(defaultValue = "en") String language) {
        return show(written(what, language), null);
    }

    @PostMapping("/{what}")
    ModelAndView put(
            @PathVariable String what,
            @RequestParam String language,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam String body,
            @RequestParam String act,
            Actor actor) {
        if (act.equals("remove")) {
            templates.remove(known(what), asked(language));
            return new ModelAndView("redirect:/mail/templates");
        }
        var it = written(what, language, subject, body);
        try {
            templates.put(
                    what, language, it.ownSubject(), it.body(), actor.agent().name());
            return new ModelAndView("redirect:/mail/templates/%s?language=%s".formatted(what, language));
        } catch (Template.Broken e) {
            return show(it, e.fault());
        }
    }

    /** What a mail would say by what is kept, for a frame. */
    @GetMapping("/{what}/preview")
    void preview(
            @PathVariable String what, @RequestParam(defaultValue = "en") String language, HttpServletResponse response)
            throws IOException {
        preview(written(what, language), response);
    }

    /** The same by what is being written. */
    @PostMapping("/{what}/preview")
    void preview(
            @PathVariable String what,
            @RequestParam String language,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam String body,
            HttpServletResponse response)
            throws IOException {
        preview(written(what, language, subject, body), response);
    }

    private void preview(Written it, HttpServletResponse response) throws IOException {
        try {
            var template = Templates.parse(it.what(), it.body());
            var subject = it.ownSubject() == null ? null : Templates.parseSubject(it.ownSubject());
            PreviewFrame.write(preview.of(it.what(), it.language(), template, subject), response);
        } catch (Template.Broken e) {
            PreviewFrame.write(e.fault(), response);
        }
    }

    /** A template as somebody has it before them, kept or not. */
    private record Written(String what, String language, String subject, String body, boolean kept) {

        @Nullable
        String ownSubject() {
            return subject.isBlank() || what.equals(Templates.FOOTER) ? null : subject.strip();
        }
    }

    private Written written(String what, String language) {
        return templates
                .find(known(what), asked(language))
                .map(it -> new Written(what, language, it.subject() == null ? "" : it.subject(), it.body(), true))
                .orElseGet(() -> new Written(what, language, "", beginning(what), false));
    }

    private Written written(String what, String language, String subject, String body) {
        var kept = templates.find(known(what), asked(language)).isPresent();
        return new Written(what, language, subject, body.replace("\r\n", "\n"), kept);
    }

    private static ModelAndView show(Written it, Template.@Nullable Fault fault) {
        var page = new ModelAndView("notification/template");
        if (fault != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        page.addObject(
                "template",
                new TemplateView(
                        it.what(),
                        title(it.what()),
                        it.language(),
                        it.subject(),
                        it.body(),
                        it.kept(),
                        Templates.variables(it.what()),
                        Templates.subjectVariables(),
                        fault));
        return page;
    }

    /** Where nothing is kept, what comes nearest to our own words. */
    private static String beginning(String what) {
        if (what.equals(Templates.FOOTER)) {
            return "{{desk}}\nYour reference is {{reference}}. Answer this mail to go on with it.";
        }
        return what.equals(Matter.ANSWERED.word()) ? "{{words}}" : "Hello {{name}},\n\n{{words}}";
    }

    private static String title(String what) {
        return Arrays.stream(Matter.values())
                .filter(it -> it.word().equals(what))
                .map(Matter::title)
                .findFirst()
                .orElse("The end of each mail");
    }

    private static String known(String what) {
        if (!Templates.subjects().contains(what)) {
            throw new ProblemException(new Problem.NotFound("Requesters are told nothing of that name."));
        }
        return what;
    }

    private static String asked(String language) {
        if (!Templates.isLanguage(language)) {
            throw new ProblemException(
                    new Problem.Invalid(new Problem.Fault("language", "A language, such as en, de or pt-BR.")));
        }
        return language;
    }
}
