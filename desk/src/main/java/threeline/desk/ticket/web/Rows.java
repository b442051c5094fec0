package threeline.desk.ticket.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.people.Requester;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.ticket.NextDue;
import threeline.desk.ticket.Ticket;
import threeline.desk.web.Moments;
import threeline.promises.calendar.Calendar;
import threeline.promises.charter.Charter;

/** Turns tickets into the rows of lists, all their people found in one question. */
@Component
class Rows {

    private final Charters charters;
    private final Requesters requesters;
    private final Faces faces;

    Rows(Charters charters, Requesters requesters, Faces faces) {
        this.charters = charters;
        this.requesters = requesters;
        this.faces = faces;
    }

    Charter charter() {
        return charters.current().charter();
    }

    List<QueueRow> of(List<Ticket> tickets, Moments moments) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        var charter = charter();
        var people = requesters.all(tickets.stream().map(Ticket::requester).toList());
        return tickets.stream()
                .map(ticket -> row(ticket, charter, people, moments))
                .toList();
    }

    private QueueRow row(Ticket it, Charter charter, Map<RequesterId, Requester> people, Moments moments) {
        var words = new DeskWords(charter);
        var requester = people.get(it.requester());
        return new QueueRow(
                it.number().value(),
                words.reference(it.number()),
                it.subject(),
                words.severity(it.severity()),
                requester == null
                        ? new QueueRow.From("Unknown", null)
                        : new QueueRow.From(
                                requester.name(),
                                requester.organization() == null
                                        ? null
                                        : requester.organization().name()),
                promised(it, charter, moments),
                new QueueRow.Held(
                        words.tier(it.tier(), it.group()),
                        faces.nameOrNull(it.agent()),
                        it.hold() == null ? null : words.hold(it.hold())),
                words.channel(it.channel()),
                moments.brief(it.changedAt()));
    }

    private static QueueRow.Promised promised(Ticket it, Charter charter, Moments moments) {
        var next = it.next();
        if (next == null || !it.status().unresolved()) {
            return new QueueRow.Promised(
                    null,
                    it.status().unresolved()
                            ? "None running"
                            : DeskWords.capital(it.status().word()),
                    null);
        }
        var dueAt = next.dueAt();
        return new QueueRow.Promised(
                DueView.of(next, calendar(charter, next), moments),
                DeskWords.promise(next.promise()),
                dueAt == null ? null : "due " + moments.brief(dueAt));
    }

    /** A calendar that the charter no longer has counts round the clock, until the ticket is judged again. */
    private static Calendar calendar(Charter charter, NextDue next) {
        try {
            return charter.calendar(next.calendar());
        } catch (IllegalArgumentException gone) {
            return Calendar.ALWAYS;
        }
    }
}
