package threeline.desk.webhook.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.webhook.Deliveries;
import threeline.desk.webhook.Hooks;

/** The programs that are told, what became of telling them, and telling them again. */
@Controller
@May(Action.MANAGE_WEBHOOKS)
@RequestMapping("/webhooks")
class HooksController {

    private static final int SHOWN = 100;

    private final Hooks hooks;
    private final Deliveries deliveries;

    HooksController(Hooks hooks, Deliveries deliveries) {
        this.hooks = hooks;
        this.deliveries = deliveries;
    }

    @GetMapping
    String list(Model model) {
        return page(model, null);
    }

    @PostMapping
    String add(@RequestParam String url, Model model) {
        return page(model, hooks.add(url));
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id) {
        hooks.end(id);
        return "redirect:/webhooks";
    }

    @PostMapping("/deliveries/{id}/again")
    String again(@PathVariable long id) {
        deliveries.again(id);
        return "redirect:/webhooks";
    }

    private String page(Model model, @Nullable String secret) {
        model.addAttribute("view", new HooksView(hooks.all(), deliveries.latest(SHOWN), secret));
        return "webhook/hooks";
    }
}
