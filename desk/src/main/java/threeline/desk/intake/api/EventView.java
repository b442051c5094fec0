package threeline.desk.intake.api;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import threeline.desk.ticket.PromiseName;
import threeline.desk.ticket.TicketEvent;

/** What happened, as programs see it: its kind in the charter's word, and the rest by name. */
record EventView(String kind, Map<String, Object> details) {

    static EventView of(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened it ->
                said("opened")
                        .and("severity", it.severity())
                        .and("channel", it.channel())
                        .and("live", it.live());
            case TicketEvent.Contacted(var channel, var voicemail) ->
                said("contacted").and("channel", channel).and("voicemail", voicemail);
            case TicketEvent.Echoed(var why) -> said("echoed").and("why", why);
            case TicketEvent.Act act -> ofAct(act);
            case TicketEvent.OfPromise it -> ofPromise(it);
            case TicketEvent.ByItself itself -> byItself(itself);
        };
    }

    private static EventView ofAct(TicketEvent.Act act) {
        return switch (act) {
            case TicketEvent.Replied _ -> said("replied");
            case TicketEvent.Noted _ -> said("noted");
            case TicketEvent.Called(var reached) -> said("called").and("reached", reached);
            case TicketEvent.Logged(var spent) -> said("logged").and("spent", spent.toString());
            case TicketEvent.Held(var hold) -> said("held").and("hold", hold);
            case TicketEvent.Resumed _ -> said("resumed");
            case TicketEvent.SeverityChanged(var from, var to) ->
                said("severity-changed").and("from", from).and("to", to);
            case TicketEvent.Assigned(var to) -> said("assigned").and("agent", to == null ? null : to.value());
            case TicketEvent.Routed(var group) -> said("assigned").and("group", group);
            case TicketEvent.Accepted _ -> said("accepted");
            case TicketEvent.Escalated(var to, var because) ->
                said("escalated").and("to", to).and("because", because);
            case TicketEvent.Returned(var to, var because) ->
                said("returned").and("to", to).and("because", because);
            case TicketEvent.Consulted(var whom) -> said("consulted").and("whom", whom);
            case TicketEvent.Extended(var more, var timebox, var because) ->
                said("extended").and("more", more).and("timebox", timebox).and("because", because);
            case TicketEvent.Did(var what, var on) ->
                said("did").and("what", what).and("on", on == null ? null : on.toString());
            case TicketEvent.Advanced(var stage) -> said("advanced").and("stage", stage);
            case TicketEvent.Skipped(var stage, var because) ->
                said("skipped").and("stage", stage).and("because", because);
            case TicketEvent.VendorAsked(var vendor) -> said("vendor-asked").and("vendor", vendor);
            case TicketEvent.VendorReferred(var reference) ->
                said("vendor-referred").and("reference", reference);
            case TicketEvent.VendorReplied _ -> said("vendor-replied");
            case TicketEvent.ReminderSet(var at, var group) ->
                said("reminder-set").and("at", at.toString()).and("group", group);
            case TicketEvent.Merged(var into) -> said("merged").and("into", into.value());
            case TicketEvent.Joined(var from) -> said("joined").and("from", from.value());
            case TicketEvent.Resolved(var as) ->
                said("resolved").and("as", as == null ? null : as.name().toLowerCase(java.util.Locale.ROOT));
            case TicketEvent.Reopened _ -> said("reopened");
            case TicketEvent.Closed _ -> said("closed");
        };
    }

    private static EventView byItself(TicketEvent.ByItself event) {
        return switch (event) {
            case TicketEvent.HandedOver(var from, var to) ->
                said("handed-over").and("from", from).and("to", to);
            case TicketEvent.Climbed(var from, var to) ->
                said("escalated").and("from", from).and("to", to).and("because", "stayed-too-long");
            case TicketEvent.TimeboxPassed(var tier) -> said("timebox-passed").and("tier", tier);
            case TicketEvent.Rose(var from, var to) ->
                said("rose").and("from", from).and("to", to);
            case TicketEvent.HoldEnded(var hold) -> said("resumed").and("hold", hold);
            case TicketEvent.VendorChased(var vendor) -> said("vendor-chased").and("vendor", vendor);
            case TicketEvent.Reminded(var agent) -> said("reminded").and("agent", agent == null ? null : agent.value());
            case TicketEvent.Lapsed _ -> said("closed");
            case TicketEvent.OfPromise it -> ofPromise(it);
        };
    }

    private static EventView ofPromise(TicketEvent.OfPromise event) {
        return switch (event) {
            case TicketEvent.Warned(var promise, var percent) ->
                said("warned", promise).and("percent", percent);
            case TicketEvent.Late(var promise) -> said("late", promise);
            case TicketEvent.Breached(var promise) -> said("breached", promise);
            case TicketEvent.Met(var promise) -> said("met", promise);
            case TicketEvent.Ended(var promise) -> said("ended", promise);
            case TicketEvent.Alerted(var promise) -> said("alerted", promise);
            case TicketEvent.DueMoved it ->
                said("due-moved", it.promise())
                        .and("from", it.from() == null ? null : it.from().toString())
                        .and("to", it.to() == null ? null : it.to().toString());
        };
    }

    private static EventView said(String kind) {
        return new EventView(kind, Map.of());
    }

    private static EventView said(String kind, PromiseName promise) {
        return said(kind)
                .and("promise", promise.metric())
                .and("aim", promise.aim())
                .and("nth", promise.nth());
    }

    /** The same with one thing more; null says nothing. */
    private EventView and(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(details);
        more.put(name, value);
        return new EventView(kind, more);
    }
}
