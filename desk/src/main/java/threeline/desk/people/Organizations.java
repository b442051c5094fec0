package threeline.desk.people;

import static threeline.desk.db.people.Tables.ORGANIZATION;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The organizations whose people this desk supports. */
@Repository
class Organizations {

    private final DSLContext db;

    Organizations(DSLContext db) {
        this.db = db;
    }

    /** Which organization has this name, added now if it is new; none for none. */
    @Nullable
    Long idOf(@Nullable String name) {
        if (name == null) {
            return null;
        }
        db.insertInto(ORGANIZATION, ORGANIZATION.NAME)
                .values(name)
                .onConflict(ORGANIZATION.TENANT, ORGANIZATION.NAME)
                .doNothing()
                .execute();
        return db.select(ORGANIZATION.ID)
                .from(ORGANIZATION)
                .where(ORGANIZATION.NAME.eq(name))
                .fetchSingle()
                .value1();
    }
}
