package threeline.desk.contract;

import static threeline.desk.db.contract.Tables.CONTRACT_;

import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.OrganizationId;
import threeline.desk.tenant.Tenant;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Terms;

/** What was agreed with each organization, now and before; what is known of it needs no transaction. */
@Component
public class Contracts {

    private final DSLContext db;
    private final InstantSource time;
    private final Rulings rulings;
    private final ApplicationEventPublisher listeners;

    Contracts(DSLContext db, InstantSource time, Rulings rulings, ApplicationEventPublisher listeners) {
        this.db = db;
        this.time = time;
        this.rulings = rulings;
        this.listeners = listeners;
    }

    /** All that was ever agreed with an organization, the first first. */
    public List<Contract> of(OrganizationId organization) {
        return rulings.current().contracts().with(organization);
    }

    /** A charter as it is promised to an organization now. */
    public Charter promised(Charter charter, @Nullable OrganizationId organization) {
        var agreed = organization == null ? List.<Contract>of() : of(organization);
        if (agreed.isEmpty()) {
            return charter;
        }
        var terms = agreed.getLast().terms();
        return charter.promisedTo(terms.bought(), terms.zone(), terms.holidays());
    }

    /** From now on this is agreed; tickets that are open follow it. */
    @Transactional
    public Contract agree(OrganizationId organization, Terms terms, String by) {
        rulings.change();
        var contract = new Contract(organization, rulings.current().after(time.instant()), terms, by);
        db.insertInto(CONTRACT_)
                .set(CONTRACT_.ORGANIZATION, organization.value())
                .set(CONTRACT_.SINCE, contract.since())
                .set(CONTRACT_.PACKAGE, terms.bought())
                .set(CONTRACT_.ZONE, terms.zone() == null ? null : terms.zone().getId())
                .set(
                        CONTRACT_.HOLIDAYS,
                        terms.holidays() == null ? null : terms.holidays().code())
                .set(CONTRACT_.PUT_BY, by)
                .execute();
        rulings.changed();
        listeners.publishEvent(new ContractAgreed(Tenant.current(), contract));
        return contract;
    }
}
