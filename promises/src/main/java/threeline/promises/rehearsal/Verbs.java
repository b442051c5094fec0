package threeline.promises.rehearsal;

import static threeline.promises.rehearsal.Beside.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import threeline.promises.keeping.Act;
import threeline.promises.source.Key;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** All verbs of a scenario that are about one ticket. */
final class Verbs {

    private Verbs() {}

    /** Those first that are never beside another. */
    static List<Verb> all() {
        return Stream.of(said(), moved(), ended()).flatMap(List::stream).toList();
    }

    private static List<Verb> said() {
        return List.of(
                verb("open", "a ticket comes in", Opening::act, Opening.KEYS),
                verb(
                        "contact",
                        "the requester gets in touch again",
                        (_, at) -> new Act.Contacted(at),
                        CONTACT_VIA,
                        CONTACT_FROM,
                        OPENS),
                verb(
                        "reply",
                        "a public reply by a person",
                        (form, at) -> new Act.Replied(at, form.get(BY_GROUP)),
                        BY_GROUP),
                verb("note", "an internal note", (_, at) -> new Act.Noted(at)),
                verb("call", "the desk calls", (form, at) -> new Act.Called(at, form.get(REACHED, true)), REACHED),
                verb("voicemail", "a voicemail by the requester", (_, at) -> new Act.Contacted(at)),
                verb("log", "handling time", (form, at) -> with(form.get(SPENT), it -> new Act.Logged(at, it)), SPENT),
                verb(
                        "hold",
                        "the ticket waits",
                        (form, at) -> with(form.get(FOR_HOLD), it -> new Act.Held(at, it)),
                        FOR_HOLD),
                verb("resume", "the wait is over", (_, at) -> new Act.Resumed(at)));
    }

    private static List<Verb> moved() {
        return List.of(
                verb("escalate", "a step up", Moving::escalated, TO_TIER, REASON),
                verb("return", "a step down", Moving::returned, TO_TIER, BECAUSE),
                verb(
                        "consult",
                        "another tier is asked",
                        (form, at) -> with(form.get(TIER), it -> new Act.Consulted(at, it)),
                        TIER),
                verb("extend", "a judgement to stay longer", Moving::extended, MORE, BY, BECAUSE, TIMEBOX),
                verb(
                        "assign",
                        "given to a group",
                        (form, at) -> with(form.get(GROUP), it -> new Act.Assigned(at, it)),
                        GROUP),
                verb("accept", "a handover is accepted", (_, at) -> new Act.Accepted(at)),
                verb("workaround", "a workaround is proposed", (_, at) -> new Act.Did(at, "workaround")),
                verb("fix-date", "a fix date is given", (_, at) -> new Act.Did(at, "fix-date"), ON),
                verb(
                        "done",
                        "an act of the charter",
                        (form, at) -> with(form.get(WHAT), it -> new Act.Did(at, it)),
                        WHAT),
                verb("skip", "a stage is passed by", Moving::skipped, STAGE, BECAUSE));
    }

    private static List<Verb> ended() {
        return List.of(
                verb("vendor-reply", "the vendor answers", (_, at) -> new Act.VendorReplied(at)),
                verb(
                        "merge",
                        "it is another ticket's matter",
                        (form, at) -> with(form.get(INTO), it -> new Act.Merged(at, it)),
                        INTO),
                verb(
                        "resolve",
                        "it is resolved",
                        (form, at) -> new Act.Resolved(at, form.get(AS, Act.Resolved.As.PERSON)),
                        AS),
                verb("reopen", "it was not", (_, at) -> new Act.Reopened(at)),
                verb("close", "it is closed", (_, at) -> new Act.Closed(at)),
                verb(
                        "vendor",
                        "the vendor is asked",
                        (form, at) -> new Act.VendorAsked(at, form.get(WHICH, "")),
                        WHICH,
                        REF),
                verb(
                        "severity",
                        "another severity",
                        (form, at) -> with(form.get(TO_SEVERITY), it -> new Act.SeverityChanged(at, it)),
                        TO_SEVERITY));
    }

    private static Verb verb(String name, String meaning, Verb.Making making, Key<?>... beside) {
        var ticket = Key.needed(name, Scalars.TEXT, "the ticket's name in this scenario");
        var keys = new ArrayList<Key<?>>(List.of(AT, ticket));
        keys.addAll(List.of(beside));
        return new Verb(new Section(name, meaning, keys), ticket, making);
    }
}
