package threeline.desk.notification;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.mail.ReplyKey;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.tenant.Site;

/** Ends the mail to an agent, for whoever shows the key that stood in one of them; what happens stands in the app still. */
@Component
public class Unsubscribed {

    private final ReplyKeys keys;
    private final Agents agents;
    private final Habits habits;
    private final Site site;

    Unsubscribed(ReplyKeys keys, Agents agents, Habits habits, Site site) {
        this.keys = keys;
        this.agents = agents;
        this.habits = habits;
        this.site = site;
    }

    /** Where that is done; null where the desk has no address that a mail could name. */
    @Nullable
    String page(Agent agent) {
        var seal = keys.key(about(agent.id()), agent.email()).seal();
        return site.page("/told/unsubscribed/%d/%s".formatted(agent.id().value(), seal))
                .orElse(null);
    }

    /** Whether the key fits. */
    @Transactional
    public boolean end(AgentId id, String seal) {
        var agent = agents.working(id);
        var fits = agent.filter(it -> keys.fits(new ReplyKey(about(id), seal), it.email()));
        fits.ifPresent(it -> habits.noMail(it.id()));
        return fits.isPresent();
    }

    /** What no ticket is called. */
    private static String about(AgentId id) {
        return "unsubscribed " + id.value();
    }
}
