package threeline.desk.people;

import static threeline.desk.db.people.Tables.ORGANIZATION;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** The organizations whose people this desk supports. */
@Repository
@Transactional
public class Organizations {

    private final DSLContext db;
    private final Map<OrganizationId, String> keys = new ConcurrentHashMap<>();

    Organizations(DSLContext db) {
        this.db = db;
    }

    /** The organization of this name, added now if it is new. */
    public Organization named(String name) {
        db.insertInto(ORGANIZATION, ORGANIZATION.NAME, ORGANIZATION.KEY)
                .values(name, keyOf(name))
                .onConflictDoNothing()
                .execute();
        return organization(ORGANIZATION.NAME.eq(name))
                .or(() -> organization(ORGANIZATION.KEY.eq(keyOf(name))))
                .orElseThrow();
    }

    /** Another one; refused where one is called so already, to people or to charters. */
    public Organization add(String name) {
        return add(keyOf(name), name);
    }

    /** Another one that charters call so. */
    public Organization add(String key, String name) {
        var added = db.insertInto(ORGANIZATION, ORGANIZATION.NAME, ORGANIZATION.KEY)
                .values(name, key)
                .onConflictDoNothing()
                .execute();
        if (added == 0) {
            throw taken(name);
        }
        return find(key).orElseThrow();
    }

    /** It is called otherwise from now on; charters go on calling it as before. */
    public void rename(OrganizationId id, String name) {
        var others = db.fetchExists(ORGANIZATION, ORGANIZATION.NAME.eq(name), ORGANIZATION.ID.ne(id.value()));
        if (others) {
            throw taken(name);
        }
        db.update(ORGANIZATION)
                .set(ORGANIZATION.NAME, name)
                .where(ORGANIZATION.ID.eq(id.value()))
                .execute();
    }

    private static ProblemException taken(String name) {
        return new ProblemException(
                new Problem.Conflict("There is an organization called \"%s\" already, or nearly so.".formatted(name)));
    }

    /** The organization that a charter calls so, if there is one. */
    public Optional<Organization> find(String key) {
        return organization(ORGANIZATION.KEY.eq(key));
    }

    public Map<OrganizationId, Organization> all(Collection<OrganizationId> ids) {
        var numbers = ids.stream().map(OrganizationId::value).distinct().toArray(Long[]::new);
        return db
                .selectFrom(ORGANIZATION)
                .where(ORGANIZATION.ID.eq(DSL.any(numbers)))
                .fetch(Organizations::read)
                .stream()
                .collect(Collectors.toMap(Organization::id, Function.identity()));
    }

    /** What a charter calls it; that never changes, so it is asked once. */
    public String key(OrganizationId id) {
        return keys.computeIfAbsent(
                id,
                _ -> organization(ORGANIZATION.ID.eq(id.value()))
                        .map(Organization::key)
                        .orElse(""));
    }

    /** By name, after this one; for lists of so many. */
    public List<Organization> after(@Nullable String name, int most) {
        return db.selectFrom(ORGANIZATION)
                .where(name == null ? DSL.noCondition() : ORGANIZATION.NAME.gt(name))
                .orderBy(ORGANIZATION.NAME)
                .limit(most)
                .fetch(Organizations::read);
    }

    /** In the order in which they were written down, after this one; for lists of so many. */
    public List<Organization> after(long id, int most) {
        return db.selectFrom(ORGANIZATION)
                .where(ORGANIZATION.ID.gt(id))
                .orderBy(ORGANIZATION.ID)
                .limit(most)
                .fetch(Organizations::read);
    }

    /** By name, after this one, of those in whose name this stands. */
    public List<Organization> called(String part, @Nullable String after, int most) {
        return db.selectFrom(ORGANIZATION)
                .where(ORGANIZATION.NAME.containsIgnoreCase(part))
                .and(after == null ? DSL.noCondition() : ORGANIZATION.NAME.gt(after))
                .orderBy(ORGANIZATION.NAME)
                .limit(most)
                .fetch(Organizations::read);
    }

    private Optional<Organization> organization(org.jooq.Condition which) {
        return db.selectFrom(ORGANIZATION).where(which).fetchOptional(Organizations::read);
    }

    static Organization read(Record row) {
        return new Organization(
                new OrganizationId(row.get(ORGANIZATION.ID)), row.get(ORGANIZATION.KEY), row.get(ORGANIZATION.NAME));
    }

    /** "Müller & Söhne" is "muller-sohne" to a charter. */
    private static String keyOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        var key = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return key.isEmpty() ? "organization" : key;
    }
}
