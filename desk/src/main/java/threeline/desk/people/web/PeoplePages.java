package threeline.desk.people.web;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import threeline.desk.people.AgentId;
import threeline.desk.people.Appointments;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.Demand;
import threeline.desk.people.access.Rights;

/** Shows those who work here, and to whoever manages accounts their ways in besides. */
@Component
class PeoplePages {

    private final AgentPages pages;
    private final Appointments appointments;
    private final Accounts accounts;
    private final Demand demand;
    private final InstantSource time;

    PeoplePages(AgentPages pages, Appointments appointments, Accounts accounts, Demand demand, InstantSource time) {
        this.pages = pages;
        this.appointments = appointments;
        this.accounts = accounts;
        this.demand = demand;
        this.time = time;
    }

    /** All of them, as far as they were looked for; and the link that was just made, if one was. */
    String list(Actor actor, String query, Accounts.@Nullable Handed handed, Model model) {
        model.addAttribute("agents", pages.list(query));
        model.addAttribute("accounts", accounts(actor, handed));
        return "people/agents";
    }

    /** One of them. */
    String one(Actor actor, AgentId id, boolean kept, Accounts.@Nullable Handed handed, Model model) {
        var agent = appointments.get(id);
        var may = new AgentView.Kept(may(actor, Action.MANAGE_PEOPLE), may(actor, Action.APPOINT), kept);
        model.addAttribute("agent", pages.one(agent.id(), may));
        model.addAttribute("accounts", accounts(actor, handed));
        return "people/agent";
    }

    private @Nullable AccountsView accounts(Actor actor, Accounts.@Nullable Handed handed) {
        return may(actor, Action.MANAGE_ACCOUNTS)
                ? new AccountsView(actor, accounts.all(), demand.roles(), time.instant(), handed)
                : null;
    }

    private static boolean may(Actor actor, Action action) {
        return Rights.may(actor, action, new Rights.Thing.OfDesk());
    }
}
