package threeline.desk.people.provider;

import static threeline.desk.db.people.Tables.AGENT;
import static threeline.desk.db.people.Tables.PROVISIONED;

import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.mail.MailAddress;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Postings;
import threeline.desk.people.Role;
import threeline.desk.people.access.Accounts;

/** Who somebody is here whom a provider vouches for: somebody known, somebody new, or nobody. */
@Component
@Transactional
class Arrivals {

    private final DSLContext db;
    private final Bindings bindings;
    private final Agents agents;
    private final Postings postings;
    private final Accounts accounts;

    Arrivals(DSLContext db, Bindings bindings, Agents agents, Postings postings, Accounts accounts) {
        this.db = db;
        this.bindings = bindings;
        this.agents = agents;
        this.postings = postings;
        this.accounts = accounts;
    }

    sealed interface Arrival {

        record Known(Agent agent) implements Arrival {}

        record Nobody(String why) implements Arrival {}
    }

    Arrival of(Claims claims, Provider provider) {
        var bound = bindings.find(claims);
        var provisioned =
                provider.rules().provisioned() && bound.isEmpty() ? provisioned(claims) : Optional.<AgentId>empty();
        if (provisioned.isPresent()) {
            return bind(claims, provisioned.get(), false);
        }
        if (bound.isEmpty()) {
            return provider.rules().joins()
                    ? join(claims, provider)
                    : new Arrival.Nobody(
                            "Nobody here is bound to that account. Sign in as you do otherwise, and bind it on your account.");
        }
        if (bound.get().ended()) {
            return new Arrival.Nobody("Your access to this desk has ended. Ask its administrators.");
        }
        bindings.used(claims);
        return bound.get().joined()
                ? asTheirGroupsSay(bound.get().agent(), claims, provider)
                : new Arrival.Known(bound.get().agent());
    }

    /** From now on the provider means this agent. */
    Arrival bind(Claims claims, AgentId agent, boolean invited) {
        var bound = bindings.find(claims);
        if (bound.isPresent() && !bound.get().agent().id().equals(agent)) {
            return new Arrival.Nobody("That account is bound to somebody else here.");
        }
        bindings.bind(claims, agent, false);
        if (invited) {
            accounts.welcome(agent);
        }
        return new Arrival.Known(agents.get(agent));
    }

    /** Who was provisioned under what the provider calls them, by the desk's own program. */
    private Optional<AgentId> provisioned(Claims claims) {
        return db.select(PROVISIONED.AGENT)
                .from(PROVISIONED)
                .join(AGENT)
                .on(AGENT.ID.eq(PROVISIONED.AGENT))
                .where(
                        PROVISIONED.EXTERNAL_ID.eq(claims.subject()),
                        PROVISIONED.GONE.isFalse(),
                        AGENT.DISABLED_AT.isNull())
                .fetchOptional(row -> new AgentId(row.value1()));
    }

    /** Somebody new. An address that somebody here has is theirs, whatever the provider says of it. */
    private Arrival join(Claims claims, Provider provider) {
        var role = provider.role(claims.groups());
        if (role.isEmpty()) {
            return new Arrival.Nobody("You are in none of the groups that come in here.");
        }
        var email = Optional.ofNullable(claims.email())
                .filter(it -> it.chars().noneMatch(Character::isISOControl))
                .map(it -> new MailAddress(MailAddress.normal(it), ""))
                .filter(MailAddress::isUsable);
        if (email.isEmpty()) {
            return new Arrival.Nobody(
                    "%s names no mail address of yours that it has made sure of. Ask for an invitation."
                            .formatted(provider.name()));
        }
        if (db.fetchExists(AGENT, AGENT.EMAIL.eq(email.get().address()))) {
            return new Arrival.Nobody(
                    "Somebody here has your mail address. If it is you, sign in as you do otherwise, and bind it on your account.");
        }
        var name = claims.name().isBlank() ? email.get().called() : claims.name();
        var joined = agents.add(new NewAgent(name, email.get().address(), role.get(), Set.of(), null));
        bindings.bind(claims, joined.id(), true);
        return new Arrival.Known(joined);
    }

    private Arrival asTheirGroupsSay(Agent agent, Claims claims, Provider provider) {
        var role = provider.role(claims.groups());
        if (role.isEmpty()) {
            return new Arrival.Nobody("You are in none of the groups that come in here any more.");
        }
        if (agent.role() != role.get() && isFree(agent)) {
            postings.appoint(agent.id(), role.get()); // unless nobody were left who may appoint
        }
        return new Arrival.Known(agents.get(agent.id()));
    }

    private static boolean isFree(Agent agent) {
        return agent.organization() == null || agent.role() != Role.AGENT;
    }
}
