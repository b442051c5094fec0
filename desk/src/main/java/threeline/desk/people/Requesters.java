package threeline.desk.people;

import static java.util.stream.Collectors.toMap;
import static threeline.desk.db.people.Tables.CALLERS;
import static threeline.desk.db.people.Tables.ORGANIZATION;
import static threeline.desk.db.people.Tables.REQUESTER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who asks, or asked, this desk for help. */
@Repository
@Transactional
public class Requesters {

    private static final int LONGEST_NAME = 200;

    private final DSLContext db;
    private final Organizations organizations;

    Requesters(DSLContext db, Organizations organizations) {
        this.db = db;
        this.organizations = organizations;
    }

    /** The requester of this address, written down now if we meet them for the first time. A known one keeps their name. */
    public Requester recognise(String email, String name) {
        var address = Address.of(email);
        if (address.isEmpty()) {
            throw new IllegalArgumentException("a requester is recognised by an address, and there is none");
        }
        return find(address).orElseGet(() -> add(address, name));
    }

    private Requester add(String address, String name) {
        db.insertInto(REQUESTER, REQUESTER.NAME, REQUESTER.EMAIL)
                .values(nameOf(name, address), address)
                .onConflict(REQUESTER.TENANT, REQUESTER.EMAIL)
                .doNothing() // somebody else met them in this very moment
                .execute();
        return find(address).orElseThrow();
    }

    /** Writes down somebody who has not asked yet; their organization too, if it is new. */
    public Requester add(NewRequester it) {
        var id = db.insertInto(REQUESTER)
                .set(REQUESTER.NAME, nameOf(it.name(), it.email()))
                .set(REQUESTER.EMAIL, it.email() == null ? null : Address.of(it.email()))
                .set(REQUESTER.PHONE, it.phone())
                .set(REQUESTER.ORGANIZATION, organization(it.organization()))
                .set(REQUESTER.SUPER_USER, it.superUser())
                .returningResult(REQUESTER.ID)
                .fetchSingle()
                .value1();
        return get(new RequesterId(id));
    }

    private @Nullable Long organization(@Nullable String name) {
        return name == null ? null : organizations.named(name).id().value();
    }

    public Requester get(RequesterId id) {
        return requesters()
                .where(REQUESTER.ID.eq(id.value()))
                .fetchOptional(Requesters::read)
                .orElseThrow(() -> new NoSuchElementException("no requester " + id.value()));
    }

    /** The requester of this address, if we know one. */
    public Optional<Requester> find(String email) {
        return requesters().where(REQUESTER.EMAIL.eq(Address.of(email))).fetchOptional(Requesters::read);
    }

    /** At most so many who may be calling, by what was typed of a name, a number or an address. */
    public List<Requester> calling(String typed, int most) {
        var query = CallerQuery.of(typed);
        if (query.isEmpty()) {
            return List.of();
        }
        var ids = db.selectFrom(CALLERS.call(query, most)).fetchArray(CALLERS.ID);
        return requesters()
                .where(REQUESTER.ID.eq(org.jooq.impl.DSL.any(ids)))
                .orderBy(REQUESTER.NAME, REQUESTER.ID)
                .fetch(Requesters::read);
    }

    /** Those of an organization by name, after this one. */
    public List<Requester> of(OrganizationId organization, @Nullable RequesterId after, int most) {
        var last = after == null ? null : get(after);
        return requesters()
                .where(REQUESTER.ORGANIZATION.eq(organization.value()))
                .and(
                        last == null
                                ? org.jooq.impl.DSL.noCondition()
                                : org.jooq
                                        .impl
                                        .DSL
                                        .row(REQUESTER.NAME, REQUESTER.ID)
                                        .gt(last.name(), last.id().value()))
                .orderBy(REQUESTER.NAME, REQUESTER.ID)
                .limit(most)
                .fetch(Requesters::read);
    }

    /** Whether this one speaks for the others of their organization. */
    public void makeSuperUser(RequesterId id, boolean speaks) {
        db.update(REQUESTER)
                .set(REQUESTER.SUPER_USER, speaks)
                .where(REQUESTER.ID.eq(id.value()))
                .execute();
    }

    /** All of these who are there, in one question. */
    public Map<RequesterId, Requester> all(Collection<RequesterId> ids) {
        var numbers = ids.stream().map(RequesterId::value).distinct().toArray(Long[]::new);
        return requesters().where(REQUESTER.ID.eq(org.jooq.impl.DSL.any(numbers))).fetch(Requesters::read).stream()
                .collect(toMap(Requester::id, Function.identity()));
    }

    private SelectOnConditionStep<?> requesters() {
        return db.select(
                        REQUESTER.ID,
                        REQUESTER.NAME,
                        REQUESTER.EMAIL,
                        REQUESTER.PHONE,
                        REQUESTER.LANGUAGE,
                        REQUESTER.SUPER_USER,
                        ORGANIZATION.ID,
                        ORGANIZATION.KEY,
                        ORGANIZATION.NAME)
                .from(REQUESTER)
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(REQUESTER.ORGANIZATION));
    }

    private static Requester read(Record row) {
        return new Requester(
                new RequesterId(row.get(REQUESTER.ID)),
                row.get(REQUESTER.NAME),
                row.get(REQUESTER.EMAIL),
                row.get(REQUESTER.PHONE),
                row.get(ORGANIZATION.ID) == null ? null : Organizations.read(row),
                row.get(REQUESTER.LANGUAGE),
                row.get(REQUESTER.SUPER_USER));
    }

    /** What a stranger calls themselves, made fit to be shown in a line; without that, their address. */
    private static String nameOf(String given, @Nullable String address) {
        var name = given.replaceAll("\\p{Cntrl}+", " ").strip();
        if (name.isEmpty()) {
            return address == null ? "Unknown" : address;
        }
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
