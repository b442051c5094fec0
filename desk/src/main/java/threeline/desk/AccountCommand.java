package threeline.desk;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.audit.Line;
import threeline.desk.audit.Trail;
import threeline.desk.database.Trouble;
import threeline.desk.people.Agent;
import threeline.desk.people.Agents;
import threeline.desk.people.access.Accounts;
import threeline.desk.tenant.Tenants;

/** {@code bin/threeline account end-second-step}: for an administrator who has lost theirs, where no other could end it. */
@Component
@Profile("account")
class AccountCommand implements ApplicationRunner {

    /** Whoever has the machine, as no request is ever noted. */
    static final String OPERATOR = "operator";

    private final Tenants tenants;
    private final Agents agents;
    private final Accounts accounts;
    private final Trail trail;
    private final TransactionTemplate transactions;

    AccountCommand(Tenants tenants, Agents agents, Accounts accounts, Trail trail, TransactionTemplate transactions) {
        this.tenants = tenants;
        this.agents = agents;
        this.accounts = accounts;
        this.trail = trail;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!"end-second-step".equals(only(arguments, "do"))) {
            throw new Trouble("account does \"end-second-step\"");
        }
        var slug = only(arguments, "desk");
        var email = only(arguments, "address");
        var desk = tenants.find(slug).orElseThrow(() -> new Trouble("there is no desk named " + slug));
        var agent = desk.call(() -> agents.find(email))
                .orElseThrow(() -> new Trouble("nobody of %s may come in at %s".formatted(email, slug)));
        desk.run(() -> transactions.executeWithoutResult(_ -> end(agent)));
        System.out.printf(
                "%s signs in at %s by the password alone now, and is told so by mail.%n", agent.email(), slug);
    }

    private void end(Agent agent) {
        accounts.endSecondStep(agent);
        trail.add(new Line(
                Line.What.DONE,
                OPERATOR,
                "ended the second step of agent %d".formatted(agent.id().value()),
                "%s <%s>".formatted(agent.name(), agent.email())));
    }

    private static String only(ApplicationArguments arguments, String option) {
        var values = arguments.getOptionValues(option);
        if (values == null || values.size() != 1) {
            throw new Trouble("account needs --%s=... once".formatted(option));
        }
        return values.getFirst();
    }
}
