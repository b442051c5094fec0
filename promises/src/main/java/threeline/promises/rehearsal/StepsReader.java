package threeline.promises.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.keeping.Act;
import threeline.promises.source.Bad;
import threeline.promises.source.Code;
import threeline.promises.source.Form;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Nearest;
import threeline.promises.source.Node;
import threeline.promises.source.Place;
import threeline.promises.source.Reader;

/** Reads the steps of a scenario, each with the instant before it in mind. */
final class StepsReader {

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2151-01-01T00:00:00Z");

    private final Charters charters;
    private final ZoneId zone;
    private final Organizations organizations;
    private final Reader reader;
    private final ExpectReader expectations;
    private final Set<String> opened = new HashSet<>();
    private final Set<LocalDate> moved = new HashSet<>();
    private Instant last = Instant.MIN;

    StepsReader(Charters charters, ZoneId zone, Organizations organizations, Reader reader) {
        this.charters = charters;
        this.zone = zone;
        this.organizations = organizations;
        this.reader = reader;
        this.expectations = new ExpectReader(zone);
    }

    List<Step> all(List<Node> nodes) {
        var steps = new ArrayList<Step>();
        for (var node : nodes) {
            var step = node instanceof Node.Fields fields
                    ? step(fields)
                    : reader.<Step>bad(
                            node, "a step is a mapping, this is " + node.kind(), "write { at: …, open: T1 }");
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    private @Nullable Step step(Node.Fields node) {
        if (has(node, ExpectReader.SECTION.title())) {
            return expects(Form.of(expectations.section(), node, reader));
        }
        if (has(node, WholeDesk.RELEASE.name())) {
            return moves(Form.of(WholeDesk.MOVED, node, reader));
        }
        if (has(node, WholeDesk.CHARTER.name())) {
            return putsInForce(Form.of(WholeDesk.IN_FORCE, node, reader));
        }
        var verb = Verb.of(node);
        return verb.isPresent() ? does(verb.get(), Form.of(verb.get().section(), node, reader)) : nothing(node);
    }

    private static boolean has(Node.Fields node, String key) {
        return node.fields().stream().anyMatch(field -> field.key().value().equals(key));
    }

    private @Nullable Step nothing(Node.Fields node) {
        var keys = node.fields().stream()
                .map(field -> field.key().value())
                .filter(key -> !key.equals("at"))
                .toList();
        var remedy = keys.isEmpty() ? "add open: T1" : Nearest.remedy(keys.getFirst(), Verb.names());
        reader.findings().error(Code.STEP_BAD, node.at(), "nothing is done in this step", remedy);
        return null;
    }

    private @Nullable Step does(Verb verb, @Nullable Form form) {
        var at = form == null ? null : instant(form);
        var ticket = form == null ? null : form.get(verb.ticket());
        if (form == null || at == null || ticket == null) {
            return null;
        }
        var place = form.at(verb.ticket());
        var act = verb.making().act(form, at);
        if (act instanceof Act.Opened opening) {
            return opens(form, ticket, opening);
        }
        if (!isOpened(ticket, place) || act == null) {
            return null;
        }
        return act instanceof Act.Contacted ? contacts(form, ticket, at) : new Step.Does(place, ticket, act);
    }

    private @Nullable Step opens(Form form, String ticket, Act.Opened act) {
        if (!opened.add(ticket)) {
            return faulty(form.at(), "there is a ticket \"" + ticket + "\" already", "give this one another name");
        }
        reader.names().declare(Sort.TICKET, ticket);
        var requester = organizations.requester(form.get(Opening.FROM), form.get(Opening.ORGANIZATION));
        return new Step.Opens(form.at(), ticket, Opening.by(requester, act), requester);
    }

    private Step contacts(Form form, String ticket, Instant at) {
        var opens = form.has(Beside.OPENS) ? form.get(Beside.OPENS, "") : ticket + "-again";
        opened.add(opens);
        reader.names().declare(Sort.TICKET, opens);
        return new Step.Contacts(form.at(), ticket, at, opens);
    }

    private @Nullable Step expects(@Nullable Form form) {
        var at = form == null ? null : instant(form);
        var ticket = form == null ? null : form.get(expectations.ticket());
        if (form == null || at == null || ticket == null) {
            return null;
        }
        var expectation = expectations.read(form);
        return isOpened(ticket, form.at(expectations.ticket()))
                ? new Step.Expects(form.at(), ticket, at, expectation)
                : null;
    }

    private @Nullable Step moves(@Nullable Form form) {
        var at = form == null ? null : instant(form);
        var from = form == null ? null : form.get(WholeDesk.RELEASE);
        var to = form == null ? null : form.get(WholeDesk.TO);
        if (form == null || at == null || from == null || to == null) {
            return null;
        }
        if (!charters.releases().contains(from) && !moved.contains(from)) {
            return faulty(
                    form.at(WholeDesk.RELEASE), "there is no release on " + from, "name the date as it was before");
        }
        moved.add(to);
        return new Step.Moves(form.at(), at, from, to);
    }

    private @Nullable Step putsInForce(@Nullable Form form) {
        var at = form == null ? null : instant(form);
        var file = form == null ? null : form.get(WholeDesk.CHARTER);
        var charter = file == null ? null : charters.named(file);
        return form == null || at == null || file == null || charter == null
                ? null
                : new Step.PutsInForce(form.at(), at, charter, file.value());
    }

    /** An unknown name is told when all names are known; here only one that comes too early. */
    private boolean isOpened(String ticket, Place place) {
        if (!opened.contains(ticket)) {
            reader.findings()
                    .error(
                            Code.STEP_BAD,
                            place,
                            "no ticket \"" + ticket + "\" has been opened up to here",
                            Nearest.remedy(ticket, opened));
            return false;
        }
        return true;
    }

    private @Nullable Instant instant(Form form) {
        var moment = form.get(Beside.AT);
        if (moment == null) {
            return null;
        }
        try {
            var at = moment.in(zone);
            if (at.isBefore(FIRST) || !at.isBefore(LAST)) {
                return faulty(form.at(Beside.AT), "no calendar is known so far away", "write a year from 1990 to 2150");
            }
            if (at.isBefore(last)) {
                return faulty(form.at(Beside.AT), "time goes back here", "put the steps in the order of time");
            }
            last = at;
            return at;
        } catch (Bad bad) {
            reader.findings().error(Code.VALUE_BAD, form.at(Beside.AT), bad.problem(), bad.remedy());
            return null;
        }
    }

    private <T> @Nullable T faulty(Place at, String problem, String remedy) {
        reader.findings().error(Code.STEP_BAD, at, problem, remedy);
        return null;
    }
}
