package threeline.desk.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.May;
import threeline.desk.people.provider.Bindings;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.Provider;
import threeline.desk.people.provider.ProviderTrial;
import threeline.desk.people.provider.Providers;

/** The providers that the desk believes: added, tried, changed and ended. */
@Controller
@May(Action.MANAGE_PROVIDERS)
@RequestMapping("/providers")
class ProvidersController {

    private final Providers providers;
    private final Bindings bindings;
    private final ProviderTrial trial;
    private final ProviderPaths paths;

    ProvidersController(Providers providers, Bindings bindings, ProviderTrial trial, ProviderPaths paths) {
        this.providers = providers;
        this.bindings = bindings;
        this.trial = trial;
        this.paths = paths;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("view", new ProvidersView(providers.all(), bindings.count()));
        return "people/providers";
    }

    @PostMapping
    String add(ProviderForm form) {
        return "redirect:/providers/" + providers.add(form.checked());
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, HttpServletRequest request, Model model) {
        return page(id, request, model, null);
    }

    @PostMapping("/{id}")
    String change(@PathVariable long id, ProviderForm form) {
        providers.change(id, form.checked());
        return "redirect:/providers/" + id;
    }

    @PostMapping("/{id}/trial")
    String tried(@PathVariable long id, HttpServletRequest request, Model model) {
        var provider = providers.get(id);
        return page(id, request, model, trial.of(provider, paths.back(request, id)));
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id) {
        providers.end(id);
        return "redirect:/providers";
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable long id) {
        providers.restore(id);
        return "redirect:/providers";
    }

    private String page(long id, HttpServletRequest request, Model model, ProviderTrial.@Nullable Result result) {
        model.addAttribute(
                "view",
                new ProviderView(providers.get(id), paths.back(request, id), paths.signedOut(request, id), result));
        return "people/provider";
    }

    /** A provider as it is written down; any field may be missing in what is sent. */
    record ProviderForm(
            @Nullable String name,
            @Nullable String issuer,
            @Nullable String client,
            @Nullable String secret,
            @Nullable String groupsClaim,
            @Nullable String joins,
            @Nullable String provisioned,
            Provider.@Nullable Vouches vouches,
            @Nullable String roles) {

        NewProvider checked() {
            return new NewProvider(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(issuer, ""),
                    Objects.requireNonNullElse(client, ""),
                    secret,
                    new Provider.Rules(
                            Objects.requireNonNullElse(groupsClaim, ""),
                            joins != null,
                            provisioned != null,
                            Objects.requireNonNullElse(vouches, Provider.Vouches.NEVER),
                            NewProvider.roles(Objects.requireNonNullElse(roles, ""))));
        }
    }
}
