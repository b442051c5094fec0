package threeline.desk;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.database.Trouble;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;
import threeline.promises.charter.CharterFile;
import threeline.promises.source.Source;

/** Makes a desk: a tenant, its charter, and the first person to run it. */
@Component
class NewDesk {

    private final Tenants tenants;
    private final Charters charters;
    private final Agents agents;

    NewDesk(Tenants tenants, Charters charters, Agents agents) {
        this.tenants = tenants;
        this.charters = charters;
        this.agents = agents;
    }

    /** Refused with a {@link Trouble} that says what is wrong with the name or the charter. */
    Tenant add(String slug, String text, NewAgent admin) {
        if (!slug.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new Trouble(
                    "a desk's short name has 2 to 40 small letters, digits and hyphens, a letter first; %s won't do"
                            .formatted(slug));
        }
        if (tenants.find(slug).isPresent()) {
            throw new Trouble("there is a desk named %s already".formatted(slug));
        }
        var reading = CharterFile.read(new Source(slug + ".yaml", text));
        var charter = reading.charter();
        if (charter == null) {
            throw new Trouble(reading.findings().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        var tenant = tenants.add(slug, charter.desk().name());
        tenant.run(() -> {
            charters.putInForce(text, admin.email(), "The desk is new");
            agents.add(admin);
        });
        return tenant;
    }
}
