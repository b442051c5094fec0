package threeline.desk.contract;

import static threeline.desk.db.contract.Tables.PREVIEW;
import static threeline.desk.db.contract.Tables.PREVIEW_PAGE;
import static threeline.desk.db.contract.Tables.TENANTS_WITH_PREVIEWS;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.Outlook.Line;
import threeline.desk.db.contract.tables.records.PreviewRecord;
import threeline.desk.people.AgentId;
import tools.jackson.databind.json.JsonMapper;

/** What people want to know before they put a charter in force; worked out by whoever takes it, kept until asked anew. */
@Repository
@Transactional
public class Previews {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext db;
    private final InstantSource time;

    Previews(DSLContext db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Asks what a text would change if it came into force then. What was asked before is forgotten. */
    public void ask(AgentId agent, String text, Instant inForceAt) {
        db.deleteFrom(PREVIEW).where(PREVIEW.AGENT.eq(agent.value())).execute();
        db.insertInto(PREVIEW)
                .set(PREVIEW.AGENT, agent.value())
                .set(PREVIEW.TEXT, text)
                .set(PREVIEW.IN_FORCE_AT, inForceAt)
                .set(PREVIEW.ASKED_AT, time.instant())
                .execute();
    }

    @Transactional(readOnly = true)
    public Optional<Preview> of(AgentId agent) {
        return db.selectFrom(PREVIEW).where(PREVIEW.AGENT.eq(agent.value())).fetchOptional(Previews::read);
    }

    /** A page of its tickets, from 0; what would be past due comes first. */
    @Transactional(readOnly = true)
    public List<Line> lines(AgentId agent, int page) {
        return db.select(PREVIEW_PAGE.LINES)
                .from(PREVIEW_PAGE)
                .where(PREVIEW_PAGE.AGENT.eq(agent.value()), PREVIEW_PAGE.PAGE.eq(page))
                .fetchOptional(row -> List.of(JSON.readValue(row.value1().data(), Line[].class)))
                .orElse(List.of());
    }

    /** Desks where somebody waits for a preview. */
    public List<UUID> tenants() {
        return db.selectFrom(TENANTS_WITH_PREVIEWS.call()).fetch(row -> row.get(0, UUID.class));
    }

    /** One that nobody works at, for the running transaction to work at until it ends, however it ends. */
    public Optional<Preview> take() {
        return db
                .selectFrom(PREVIEW)
                .where(PREVIEW.FINISHED.isFalse(), PREVIEW.FAILURE.isNull())
                .orderBy(PREVIEW.ASKED_AT)
                .fetch(Previews::read)
                .stream()
                .filter(this::isFree)
                .findFirst();
    }

    private boolean isFree(Preview preview) {
        var key = "%d %s".formatted(preview.agent().value(), preview.askedAt());
        return db.select(DSL.field(
                        "pg_try_advisory_xact_lock(hashtextextended(tenant.current()::text || {0}, 62))",
                        Boolean.class, DSL.val(key)))
                .fetchSingle()
                .value1();
    }

    /** How far it is. False where nobody waits for it any more. */
    public boolean progress(Preview preview, int done, int total) {
        return db.update(PREVIEW)
                        .set(PREVIEW.DONE, done)
                        .set(PREVIEW.TOTAL, total)
                        .where(isThis(preview))
                        .execute()
                == 1;
    }

    /** What would change is known; what would have been is still looked at. False where nobody waits any more. */
    public boolean seen(Preview preview, Outlook outlook) {
        db.deleteFrom(PREVIEW_PAGE)
                .where(PREVIEW_PAGE.AGENT.eq(preview.agent().value()))
                .execute();
        return put(preview, outlook);
    }

    public void addPage(Preview preview, int page, List<Line> lines) {
        db.insertInto(PREVIEW_PAGE)
                .set(PREVIEW_PAGE.AGENT, preview.agent().value())
                .set(PREVIEW_PAGE.PAGE, page)
                .set(PREVIEW_PAGE.LINES, json(lines))
                .execute();
    }

    public void finish(Preview preview, Outlook outlook) {
        put(preview, outlook);
    }

    private boolean put(Preview preview, Outlook outlook) {
        return db.update(PREVIEW)
                        .set(PREVIEW.OUTLOOK, json(outlook))
                        .set(PREVIEW.FINISHED, outlook.kept() != null)
                        .where(isThis(preview))
                        .execute()
                == 1;
    }

    private static JSONB json(Object it) {
        return JSONB.valueOf(JSON.writeValueAsString(it));
    }

    public void fail(Preview preview, String why) {
        db.update(PREVIEW).set(PREVIEW.FAILURE, why).where(isThis(preview)).execute();
    }

    private static Condition isThis(Preview preview) {
        return PREVIEW.AGENT.eq(preview.agent().value()).and(PREVIEW.ASKED_AT.eq(preview.askedAt()));
    }

    private static Preview read(PreviewRecord row) {
        var outlook = row.getOutlook();
        return new Preview(
                new AgentId(row.getAgent()),
                row.getText(),
                row.getInForceAt(),
                row.getAskedAt(),
                row.getDone(),
                row.getTotal(),
                outlook == null ? null : JSON.readValue(outlook.data(), Outlook.class),
                row.getFailure());
    }
}
