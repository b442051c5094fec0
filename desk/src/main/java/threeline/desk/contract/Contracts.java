package threeline.desk.contract;

import static java.util.stream.Collectors.groupingBy;
import static threeline.desk.db.contract.Tables.CONTRACT_;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.db.contract.tables.records.ContractRecord;
import threeline.desk.people.OrganizationId;
import threeline.desk.tenant.Tenant;
import threeline.promises.calendar.Region;
import threeline.promises.keeping.Terms;

/** What was agreed with each organization, now and before; what is known of it needs no transaction. */
@Component
public class Contracts {

    /** How long another node's change may stay unseen. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(5);

    private final DSLContext db;
    private final InstantSource time;
    private final ApplicationEventPublisher listeners;
    private final TransactionTemplate transactions;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Contracts(
            DSLContext db,
            InstantSource time,
            ApplicationEventPublisher listeners,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.time = time;
        this.listeners = listeners;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** All that was ever agreed with an organization, the first first. */
    public List<Contract> of(OrganizationId organization) {
        var tenant = Tenant.current().id();
        var now = time.instant();
        var it = known.get(tenant);
        if (it == null || it.isStale(now)) {
            it = transactions.execute(_ -> read(now));
            known.put(tenant, it);
        }
        return it.contracts().getOrDefault(organization, List.of());
    }

    /** From now on this is agreed; tickets that are open follow it. */
    @Transactional
    public Contract agree(OrganizationId organization, Terms terms, String by) {
        var contract = new Contract(organization, time.instant(), terms);
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
        known.remove(Tenant.current().id());
        listeners.publishEvent(new ContractAgreed(Tenant.current(), contract));
        return contract;
    }

    private Known read(Instant now) {
        var all = db.selectFrom(CONTRACT_)
                .orderBy(CONTRACT_.ORGANIZATION, CONTRACT_.SINCE)
                .fetch(Contracts::contract);
        return new Known(all.stream().collect(groupingBy(Contract::organization)), now);
    }

    private static Contract contract(ContractRecord row) {
        var zone = row.getZone();
        var holidays = row.getHolidays();
        var terms = new Terms(
                row.getPackage(),
                zone == null ? null : ZoneId.of(zone),
                holidays == null ? null : new Region(holidays));
        return new Contract(new OrganizationId(row.getOrganization()), row.getSince(), terms);
    }

    private record Known(Map<OrganizationId, List<Contract>> contracts, Instant seenAt) {

        boolean isStale(Instant now) {
            return Duration.between(seenAt, now).abs().compareTo(STALE_AFTER) > 0;
        }
    }
}
