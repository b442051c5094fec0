package threeline.desk.contract.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import threeline.desk.contract.Agreements;
import threeline.desk.people.AgentId;
import threeline.desk.people.Organization;
import threeline.desk.people.Organizations;
import threeline.desk.people.RequesterId;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Rights;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.desk.web.Unasked;
import threeline.promises.keeping.Terms;

/** One organization: what is agreed with it, who has it in charge, who asks for it. */
@Controller
@RequestMapping("/organizations/{key}")
class OrganizationController {

    private final Organizations organizations;
    private final OrganizationPages pages;
    private final Agreements agreements;

    OrganizationController(Organizations organizations, OrganizationPages pages, Agreements agreements) {
        this.organizations = organizations;
        this.pages = pages;
        this.agreements = agreements;
    }

    @GetMapping
    @Unasked("it is asked of the organization itself")
    String one(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "false") boolean kept,
            Actor actor,
            Model model) {
        var organization = seen(key, actor);
        var may =
                new OrganizationView.Kept(may(actor, Action.MANAGE_CONTRACTS), may(actor, Action.MANAGE_PEOPLE), kept);
        model.addAttribute("organization", pages.one(organization, after == null ? null : new RequesterId(after), may));
        return "contract/organization";
    }

    @PostMapping("/name")
    @May(Action.MANAGE_CONTRACTS)
    String rename(@PathVariable String key, @RequestParam String name, Actor actor) {
        organizations.rename(seen(key, actor).id(), OrganizationsController.name(name));
        return kept(key);
    }

    @PostMapping("/contract")
    @May(Action.MANAGE_CONTRACTS)
    String agree(@PathVariable String key, TermsForm form, Actor actor) {
        agreements.agree(seen(key, actor), form.terms(), actor.agent().name());
        return kept(key);
    }

    @PostMapping("/charges")
    @May(Action.MANAGE_PEOPLE)
    String charge(@PathVariable String key, @RequestParam Map<String, String> form, Actor actor) {
        var charges = new HashMap<String, AgentId>();
        form.forEach((name, value) -> {
            if (name.startsWith("charge-") && value.matches("\\d{1,18}")) {
                charges.put(name.substring("charge-".length()), new AgentId(Long.parseLong(value)));
            }
        });
        agreements.charge(seen(key, actor), charges);
        return kept(key);
    }

    @PostMapping("/super-users")
    @May(Action.MANAGE_PEOPLE)
    String superUser(
            @PathVariable String key, @RequestParam long requester, @RequestParam boolean speaks, Actor actor) {
        agreements.makeSuperUser(seen(key, actor), new RequesterId(requester), speaks);
        return kept(key) + "#requesters";
    }

    private Organization seen(String key, Actor actor) {
        var organization = organizations
                .find(key)
                .filter(it -> Rights.may(actor, Action.SEE_PEOPLE, new Rights.Thing.OfOrganization(it.id())));
        return organization.orElseThrow(() -> new ProblemException(
                new Problem.NotFound("There is no organization \"%s\" at this desk.".formatted(key))));
    }

    private static boolean may(Actor actor, Action action) {
        return Rights.may(actor, action, new Rights.Thing.OfDesk());
    }

    private static String kept(String key) {
        return "redirect:/organizations/%s?kept=true".formatted(key);
    }

    /** What is to be agreed from now on; what is left empty is as for everybody. */
    record TermsForm(
            @Nullable String bought,
            @Nullable String zone,
            @Nullable String holidays) {

        Terms terms() {
            return new Terms(
                    bought == null || bought.isBlank() ? null : bought,
                    TermsView.zone(zone),
                    TermsView.holidays(holidays));
        }
    }
}
