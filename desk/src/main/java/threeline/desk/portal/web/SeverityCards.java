package threeline.desk.portal.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threeline.desk.portal.Asking;
import threeline.promises.keeping.Promise;
import threeline.promises.sla.Metric;

/** Puts what may be chosen in plain words. */
record SeverityCards(Reader reader) {

    private static final int STROKES = 3;
    private static final int ALARMING = 4;

    List<SeverityCard> of(List<Asking.Choice> choices, @Nullable String chosen) {
        return IntStream.range(0, choices.size())
                .mapToObj(rank -> card(choices.get(rank), rank, choices.size(), chosen))
                .toList();
    }

    private SeverityCard card(Asking.Choice it, int rank, int ranks, @Nullable String chosen) {
        var severity = it.severity();
        var refused = it.refused();
        var examples = Stream.concat(
                        severity.guidance().examples().stream(), severity.guidance().characteristics().stream())
                .toList();
        return new SeverityCard(
                severity.id(),
                severity.name(),
                severity.means(),
                String.join("; ", examples),
                rank == 0 && ranks > STROKES ? ALARMING : Math.max(1, STROKES - rank * STROKES / ranks),
                refused == null ? promised(it.promised()) : List.of(),
                severity.id().equals(chosen),
                refused == null
                        ? null
                        : new SeverityCard.Refusal(
                                refused.words(),
                                refused.ways().stream()
                                        .filter(way -> way.reach().isKnown())
                                        .map(way -> PortalPages.way(way, ""))
                                        .filter(way -> !way.link().isEmpty())
                                        .toList()));
    }

    private List<String> promised(List<Promise> promises) {
        return promises.stream()
                .filter(it -> it.metric() != Metric.NEXT_RESPONSE)
                .flatMap(it -> it.dueAt() == null
                        ? Stream.empty()
                        : Stream.of(reader.say("promise.by." + it.metric().word(), reader.due(it, it.dueAt()))))
                .toList();
    }
}
