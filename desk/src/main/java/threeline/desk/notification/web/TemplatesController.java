package threeline.desk.notification.web;

import java.util.Arrays;
import java.util.List;
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
        var kept = templates.find(known(what), asked(language));
        return kept.map(it -> show(it.what(), it.language(), it.body(), true))
                .orElseGet(() -> show(what, language, beginning(what), false));
    }

    /** Shown first where {@code act} is not to keep it. */
    @PostMapping("/{what}")
    ModelAndView put(
            @PathVariable String what,
            @RequestParam String language,
            @RequestParam String body,
            @RequestParam(defaultValue = "preview") String act,
            Actor actor) {
        var text = body.replace("\r\n", "\n");
        if (act.equals("remove")) {
            templates.remove(known(what), asked(language));
            return new ModelAndView("redirect:/mail/templates");
        }
        if (act.equals("keep")) {
            try {
                templates.put(known(what), asked(language), text, actor.agent().name());
                return new ModelAndView("redirect:/mail/templates/%s?language=%s".formatted(what, language));
            } catch (Template.Broken e) {
                // shown with what is wrong
            }
        }
        return show(
                known(what),
                asked(language),
                text,
                templates.find(what, language).isPresent());
    }

    private ModelAndView show(String what, String language, String body, boolean kept) {
        var page = new ModelAndView("notification/template");
        try {
            var told = preview.of(Templates.parse(what, body), what);
            page.addObject("template", view(what, language, body, kept, null, told));
        } catch (Template.Broken e) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("template", view(what, language, body, kept, e.fault(), List.of()));
        }
        return page;
    }

    private static TemplateView view(
            String what,
            String language,
            String body,
            boolean kept,
            Template.@Nullable Fault fault,
            List<List<String>> told) {
        return new TemplateView(what, title(what), language, body, kept, Templates.variables(what), fault, told);
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
