package threeline.desk.ticket;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static threeline.desk.db.ticket.Tables.ATTACHMENT;
import static threeline.desk.db.ticket.Tables.CONTENT;
import static threeline.desk.db.ticket.Tables.INSPECTION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The files of all timelines; equal files of a desk are kept once, and large ones piece by piece. */
@Repository
class Attachments {

    private final DSLContext db;
    private final Contents contents;
    private final Inspections inspections;

    Attachments(DSLContext db, Contents contents, Inspections inspections) {
        this.db = db;
        this.contents = contents;
        this.inspections = inspections;
    }

    /** The files of a message in their order, as a timeline lists them. */
    static List<Attachment> listed(NewMessage message) {
        var files = message.attachments();
        return IntStream.range(0, files.size())
                .mapToObj(place -> {
                    var file = files.get(place);
                    return new Attachment(
                            place, file.name(), file.type(), file.content().size());
                })
                .toList();
    }

    void add(TicketNumber ticket, int entry, List<NewAttachment> files) {
        for (var place = 0; place < files.size(); place++) {
            add(ticket, entry, place, files.get(place));
        }
    }

    private void add(TicketNumber ticket, int entry, int place, NewAttachment file) {
        var digest = file.content().sha256();
        contents.keep(digest, file.content());
        db.insertInto(ATTACHMENT)
                .set(ATTACHMENT.TICKET, ticket.value())
                .set(ATTACHMENT.ENTRY, entry)
                .set(ATTACHMENT.PLACE, place)
                .set(ATTACHMENT.NAME, file.name())
                .set(ATTACHMENT.TYPE, file.type())
                .set(ATTACHMENT.SIZE, file.content().size())
                .set(ATTACHMENT.SHA256, digest)
                .execute();
    }

    /** All files of a ticket, by the number of their entry. */
    Map<Integer, List<Attachment>> of(TicketNumber ticket) {
        return db
                .select(ATTACHMENT.ENTRY, ATTACHMENT.PLACE, ATTACHMENT.NAME, ATTACHMENT.TYPE, ATTACHMENT.SIZE)
                .from(ATTACHMENT)
                .where(ATTACHMENT.TICKET.eq(ticket.value()))
                .orderBy(ATTACHMENT.ENTRY, ATTACHMENT.PLACE)
                .stream()
                .collect(groupingBy(
                        row -> row.value1(),
                        mapping(
                                row -> new Attachment(row.value2(), row.value3(), row.value4(), row.value5()),
                                toList())));
    }

    /** All files of these entries. */
    Map<Timeline.Place, List<Attachment>> of(Collection<Timeline.Place> places) {
        return db
                .select(
                        ATTACHMENT.TICKET,
                        ATTACHMENT.ENTRY,
                        ATTACHMENT.PLACE,
                        ATTACHMENT.NAME,
                        ATTACHMENT.TYPE,
                        ATTACHMENT.SIZE)
                .from(ATTACHMENT)
                .where(areAt(places))
                .orderBy(ATTACHMENT.TICKET, ATTACHMENT.ENTRY, ATTACHMENT.PLACE)
                .stream()
                .collect(groupingBy(
                        row -> new Timeline.Place(new TicketNumber(row.value1()), row.value2()),
                        mapping(
                                row -> new Attachment(row.value3(), row.value4(), row.value5(), row.value6()),
                                toList())));
    }

    /** The same with their content; what the scanner found bad is none of them. */
    Map<Timeline.Place, List<NewAttachment>> contents(Collection<Timeline.Place> places) {
        return db
                .select(
                        ATTACHMENT.TICKET,
                        ATTACHMENT.ENTRY,
                        ATTACHMENT.NAME,
                        ATTACHMENT.TYPE,
                        ATTACHMENT.SIZE,
                        ATTACHMENT.SHA256,
                        CONTENT.BYTES)
                .from(ATTACHMENT)
                .join(CONTENT)
                .on(CONTENT.SHA256.eq(ATTACHMENT.SHA256))
                .where(areAt(places), isNotBad())
                .orderBy(ATTACHMENT.TICKET, ATTACHMENT.ENTRY, ATTACHMENT.PLACE)
                .stream()
                .collect(groupingBy(
                        row -> new Timeline.Place(new TicketNumber(row.value1()), row.value2()),
                        mapping(this::read, toList())));
    }

    private static Condition areAt(Collection<Timeline.Place> places) {
        return DSL.row(ATTACHMENT.TICKET, ATTACHMENT.ENTRY)
                .in(places.stream()
                        .map(it -> DSL.row(it.ticket().value(), it.entry()))
                        .toList());
    }

    private static Condition isNotBad() {
        return DSL.notExists(DSL.selectOne()
                .from(INSPECTION)
                .where(INSPECTION.SHA256.eq(ATTACHMENT.SHA256), INSPECTION.FOUND.isNotNull()));
    }

    Optional<KeptFile> find(TicketNumber ticket, int entry, int place) {
        return db.select(ATTACHMENT.NAME, ATTACHMENT.TYPE, ATTACHMENT.SIZE, ATTACHMENT.SHA256, CONTENT.BYTES)
                .from(ATTACHMENT)
                .join(CONTENT)
                .on(CONTENT.SHA256.eq(ATTACHMENT.SHA256))
                .where(ATTACHMENT.TICKET.eq(ticket.value()), ATTACHMENT.ENTRY.eq(entry), ATTACHMENT.PLACE.eq(place))
                .fetchOptional(row -> {
                    var file = read(row);
                    return new KeptFile(
                            file.name(), file.type(), file.content(), inspections.of(row.get(ATTACHMENT.SHA256)));
                });
    }

    private NewAttachment read(Record row) {
        var content = contents.content(row.get(ATTACHMENT.SHA256), row.get(ATTACHMENT.SIZE), row.get(CONTENT.BYTES));
        return new NewAttachment(row.get(ATTACHMENT.NAME), row.get(ATTACHMENT.TYPE), content);
    }
}
