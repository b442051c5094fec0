package threeline.promises.keeping;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Charters;
import threeline.promises.sla.Metric;

/** A ticket's history told in London's local time, {@code 2026-12-24 16:30}, and judged whenever asked. */
final class History {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final List<Version> versions = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private Terms terms = Terms.none();

    static History under(String charter) {
        return under(Charters.of(charter));
    }

    static History under(Charter charter) {
        var history = new History();
        history.versions.add(new Version(charter, "1", Instant.EPOCH));
        return history;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(LONDON).toInstant();
    }

    History on(Terms its) {
        terms = its;
        return this;
    }

    History inForce(String at, String charter) {
        versions.add(new Version(Charters.of(charter), "" + (versions.size() + 1), at(at)));
        return this;
    }

    History opened(String at, String severity) {
        return act(at, it -> new Act.Opened(it, severity, "email", false));
    }

    History act(String at, Function<Instant, Act> act) {
        acts.add(act.apply(at(at)));
        return this;
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    Standing judged(String at) {
        return Keeper.judge(versions, terms, acts, at(at));
    }

    Promise response(String at) {
        return judged(at).promise(Metric.RESPONSE).orElseThrow();
    }

    Promise resolution(String at) {
        return judged(at).promise(Metric.RESOLUTION).orElseThrow();
    }

    Promise nextResponse(String at) {
        return judged(at).promise(Metric.NEXT_RESPONSE).orElseThrow();
    }

    Promise stay(String at) {
        return judged(at).promise(Metric.STAY).orElseThrow();
    }
}
