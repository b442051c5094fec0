package threeline.desk.tenant;

import static org.jooq.Records.mapping;
import static threeline.desk.db.tenant.Tables.TENANT_;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The directory of all desks served here. A tenant never changes its id or slug, so those met are remembered. */
@Component
public class Tenants {

    private final DSLContext db;
    private final Map<String, Tenant> bySlug = new ConcurrentHashMap<>();
    private final Map<UUID, Tenant> byId = new ConcurrentHashMap<>();

    Tenants(DSLContext db) {
        this.db = db;
    }

    /** Every tenant, by slug. */
    public List<Tenant> all() {
        return db.select(TENANT_.ID, TENANT_.SLUG, TENANT_.NAME)
                .from(TENANT_)
                .orderBy(TENANT_.SLUG)
                .fetch(mapping(Tenant::new));
    }

    /** The tenant of this slug, if there is one. */
    public Optional<Tenant> find(String slug) {
        var known = bySlug.get(slug);
        if (known != null) {
            return Optional.of(known);
        }
        return read(TENANT_.SLUG.eq(slug));
    }

    /** The tenant of this id; there must be one. */
    public Tenant get(UUID id) {
        var known = byId.get(id);
        return known != null ? known : read(TENANT_.ID.eq(id)).orElseThrow();
    }

    /** A new tenant; a slug that is taken, or not of small letters, digits and hyphens, is refused by the database. */
    public Tenant add(String slug, String name) {
        var tenant = new Tenant(UUID.randomUUID(), slug, name);
        db.insertInto(TENANT_, TENANT_.ID, TENANT_.SLUG, TENANT_.NAME)
                .values(tenant.id(), slug, name)
                .execute();
        return tenant;
    }

    private Optional<Tenant> read(org.jooq.Condition condition) {
        var found = db.select(TENANT_.ID, TENANT_.SLUG, TENANT_.NAME)
                .from(TENANT_)
                .where(condition)
                .fetchOptional(mapping(Tenant::new));
        found.ifPresent(tenant -> {
            bySlug.put(tenant.slug(), tenant);
            byId.put(tenant.id(), tenant);
        });
        return found;
    }
}
