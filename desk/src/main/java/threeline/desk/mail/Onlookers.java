package threeline.desk.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static threeline.desk.db.mail.Tables.ONLOOKER;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People copied in. Being copied in gives no right: they are suggested, and an agent approves of them, or not. */
@Component
@Transactional
public class Onlookers {

    private static final int MOST_SUGGESTED = 20;

    private final DSLContext db;
    private final InstantSource time;

    Onlookers(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Somebody copied in, and whether an agent agreed. */
    public record Onlooker(MailAddress who, boolean approved) {}

    public void suggest(String about, Collection<MailAddress> people) {
        people.stream()
                .limit(MOST_SUGGESTED)
                .forEach(it -> db.insertInto(ONLOOKER)
                        .set(ONLOOKER.ABOUT, about)
                        .set(ONLOOKER.ADDRESS, it.normal())
                        .set(ONLOOKER.NAME, it.name())
                        .set(ONLOOKER.SUGGESTED_AT, time.instant())
                        .onConflictDoNothing()
                        .execute());
    }

    /** From now on this one sees what is said in public. */
    public void approve(String about, String address, String by) {
        db.update(ONLOOKER)
                .set(ONLOOKER.APPROVED_BY, by)
                .set(ONLOOKER.APPROVED_AT, time.instant())
                .where(ONLOOKER.ABOUT.eq(about))
                .and(ONLOOKER.ADDRESS.eq(MailAddress.normal(address)))
                .execute();
    }

    public void dismiss(String about, String address) {
        db.deleteFrom(ONLOOKER)
                .where(ONLOOKER.ABOUT.eq(about))
                .and(ONLOOKER.ADDRESS.eq(MailAddress.normal(address)))
                .execute();
    }

    @Transactional(readOnly = true)
    public List<Onlooker> of(String about) {
        return db.select(ONLOOKER.ADDRESS, ONLOOKER.NAME, ONLOOKER.APPROVED_AT)
                .from(ONLOOKER)
                .where(ONLOOKER.ABOUT.eq(about))
                .orderBy(ONLOOKER.ADDRESS)
                .fetch(row -> new Onlooker(new MailAddress(row.value1(), row.value2()), row.value3() != null));
    }

    /** At most so many things that somebody looks on at, an agent having agreed to it. */
    @Transactional(readOnly = true)
    public List<String> lookedAt(String address, int most) {
        return db.select(ONLOOKER.ABOUT)
                .from(ONLOOKER)
                .where(ONLOOKER.ADDRESS.eq(MailAddress.normal(address)), ONLOOKER.APPROVED_AT.isNotNull())
                .orderBy(ONLOOKER.APPROVED_AT.desc(), ONLOOKER.ABOUT)
                .limit(most)
                .fetch(row -> row.value1());
    }

    /** Those whom agents approved of, of each of these. */
    @Transactional(readOnly = true)
    public Map<String, List<MailAddress>> approved(Collection<String> abouts) {
        return abouts.isEmpty()
                ? Map.of()
                : db
                        .select(ONLOOKER.ABOUT, ONLOOKER.ADDRESS, ONLOOKER.NAME)
                        .from(ONLOOKER)
                        .where(ONLOOKER.ABOUT.in(abouts))
                        .and(ONLOOKER.APPROVED_AT.isNotNull())
                        .fetch()
                        .stream()
                        .collect(groupingBy(
                                row -> row.value1(),
                                mapping(row -> new MailAddress(row.value2(), row.value3()), toList())));
    }
}
