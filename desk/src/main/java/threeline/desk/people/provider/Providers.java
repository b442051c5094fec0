package threeline.desk.people.provider;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static threeline.desk.db.people.Tables.PROVIDER;
import static threeline.desk.db.people.Tables.PROVIDER_GROUP;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.db.people.tables.records.ProviderRecord;
import threeline.desk.people.Role;
import threeline.desk.tenant.Vault;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The providers that a desk believes. */
@Repository
@Transactional
public class Providers {

    private static final String PURPOSE = "provider";

    private final DSLContext db;
    private final InstantSource time;
    private final Vault vault;

    Providers(DSLContext db, InstantSource time, Vault vault) {
        this.db = db;
        this.time = time;
        this.vault = vault;
    }

    public long add(NewProvider it) {
        var id = db.insertInto(PROVIDER)
                .set(PROVIDER.NAME, it.name())
                .set(PROVIDER.ISSUER, it.issuer())
                .set(PROVIDER.CLIENT, it.client())
                .set(PROVIDER.SECRET, locked(it.secret()))
                .set(PROVIDER.GROUPS_CLAIM, it.rules().groupsClaim())
                .set(PROVIDER.JOINS, it.rules().joins())
                .set(PROVIDER.PROVISIONED, it.rules().provisioned())
                .set(PROVIDER.VOUCHES, it.rules().vouches().word())
                .set(PROVIDER.MADE_AT, time.instant())
                .returningResult(PROVIDER.ID)
                .fetchSingle()
                .value1();
        put(id, it.rules().roles());
        return id;
    }

    /** From now on it is so; a secret is kept unless another is given. */
    public void change(long id, NewProvider it) {
        var secret = locked(it.secret());
        var known = get(id);
        db.update(PROVIDER)
                .set(PROVIDER.NAME, it.name())
                .set(PROVIDER.ISSUER, it.issuer())
                .set(PROVIDER.CLIENT, it.client())
                .set(PROVIDER.GROUPS_CLAIM, it.rules().groupsClaim())
                .set(PROVIDER.JOINS, it.rules().joins())
                .set(PROVIDER.PROVISIONED, it.rules().provisioned())
                .set(PROVIDER.VOUCHES, it.rules().vouches().word())
                .where(PROVIDER.ID.eq(known.id()))
                .execute();
        if (secret != null || !known.issuer().equals(it.issuer())) { // what one provider gave is shown to no other
            db.update(PROVIDER)
                    .set(PROVIDER.SECRET, secret)
                    .where(PROVIDER.ID.eq(id))
                    .execute();
        }
        put(id, it.rules().roles());
    }

    /** Nobody comes in by it any more; whoever is in stays. */
    public void end(long id) {
        db.update(PROVIDER)
                .set(PROVIDER.ENDED_AT, time.instant())
                .where(PROVIDER.ID.eq(id), PROVIDER.ENDED_AT.isNull())
                .execute();
    }

    public void restore(long id) {
        db.update(PROVIDER).setNull(PROVIDER.ENDED_AT).where(PROVIDER.ID.eq(id)).execute();
    }

    /** All, those that are ended last. */
    public List<Provider> all() {
        var roles = roles();
        return db.selectFrom(PROVIDER)
                .orderBy(PROVIDER.ENDED_AT.isNotNull(), PROVIDER.NAME, PROVIDER.ID)
                .fetch(row -> read(row, roles));
    }

    /** Those by which one can come in. */
    public List<Provider> open() {
        return all().stream().filter(it -> it.endedAt() == null).toList();
    }

    public Provider get(long id) {
        return all().stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(new Problem.NotFound("There is no such provider at this desk.")));
    }

    Optional<Provider> findOpen(long id) {
        return open().stream().filter(it -> it.id() == id).findFirst();
    }

    Optional<String> secret(long id) {
        return db.select(PROVIDER.SECRET)
                .from(PROVIDER)
                .where(PROVIDER.ID.eq(id), PROVIDER.SECRET.isNotNull())
                .fetchOptional(row -> vault.open(PURPOSE, row.value1()));
    }

    private byte @Nullable [] locked(@Nullable String secret) {
        return secret == null ? null : vault.lock(PURPOSE, secret);
    }

    private void put(long id, List<Provider.GroupRole> roles) {
        db.deleteFrom(PROVIDER_GROUP).where(PROVIDER_GROUP.PROVIDER.eq(id)).execute();
        for (var place = 0; place < roles.size(); place++) {
            db.insertInto(PROVIDER_GROUP)
                    .set(PROVIDER_GROUP.PROVIDER, id)
                    .set(PROVIDER_GROUP.PLACE, place)
                    .set(PROVIDER_GROUP.CLAIMED, roles.get(place).claimed())
                    .set(PROVIDER_GROUP.ROLE, roles.get(place).role().name().toLowerCase(Locale.ROOT))
                    .execute();
        }
    }

    private Map<Long, List<Provider.GroupRole>> roles() {
        return db.selectFrom(PROVIDER_GROUP).orderBy(PROVIDER_GROUP.PROVIDER, PROVIDER_GROUP.PLACE).stream()
                .collect(groupingBy(
                        row -> row.getProvider(),
                        mapping(
                                row -> new Provider.GroupRole(
                                        row.getClaimed(),
                                        Role.valueOf(row.getRole().toUpperCase(Locale.ROOT))),
                                toList())));
    }

    private static Provider read(ProviderRecord row, Map<Long, List<Provider.GroupRole>> roles) {
        return new Provider(
                row.getId(),
                row.getName(),
                new Provider.Client(row.getIssuer(), row.getClient(), row.getSecret() != null),
                new Provider.Rules(
                        row.getGroupsClaim(),
                        row.getJoins(),
                        row.getProvisioned(),
                        Provider.Vouches.valueOf(row.getVouches().toUpperCase(Locale.ROOT)),
                        roles.getOrDefault(row.getId(), List.of())),
                row.getEndedAt());
    }
}
