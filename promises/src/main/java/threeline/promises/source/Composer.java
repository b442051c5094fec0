package threeline.promises.source;

import static org.snakeyaml.engine.v2.events.Event.ID;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML into nodes that know their places. The only class that knows the YAML library. */
final class Composer {

    private static final int DEEPEST = 40;

    private final Iterator<Event> events;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private int budget;
    private int depth;

    private Composer(String text) {
        var settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        this.events = new Parse(settings).parseString(text).iterator();
        this.budget = 10_000 + text.length();
    }

    /** The one document of the text, or null when there is a finding instead. */
    static @Nullable Node compose(Source source, Findings findings) {
        try {
            return new Composer(source.text()).document();
        } catch (Unreadable unreadable) {
            findings.error(Code.FILE_BAD, unreadable.at, unreadable.problem, unreadable.remedy);
        } catch (MarkedYamlEngineException broken) {
            var at = place(broken.getProblemMark());
            findings.error(Code.FILE_BAD, at, "not YAML: " + broken.getProblem(), remedy(source, at));
        } catch (YamlEngineException broken) {
            findings.error(Code.FILE_BAD, Place.START, "not YAML: " + broken.getMessage(), "is this the right file?");
        }
        return null;
    }

    private static String remedy(Source source, Place at) {
        return source.line(at.line()).contains("\t")
                ? "YAML is indented with spaces; there is a tab in this line"
                : "look at this line and the one before: a missing space after \":\", a quote or bracket left open?";
    }

    private Node document() {
        Node found = null;
        while (events.hasNext()) {
            var event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                case Alias, Scalar, SequenceStart, MappingStart, SequenceEnd, MappingEnd -> {
                    if (found != null) {
                        throw new Unreadable(place(event), "a second document", "keep one document in a file");
                    }
                    found = node(event);
                }
            }
        }
        if (found == null) {
            throw new Unreadable(Place.START, "the file is empty", "begin with \"desk: Name of the desk\"");
        }
        return found;
    }

    private Node node(Event event) {
        spend(event, 1);
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        var node = ++depth > DEEPEST ? tooDeep(event) : composed(event);
        depth--;
        if (event instanceof NodeEvent anchored) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        return node;
    }

    private Node composed(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> new Node.Text(place(event), scalar.getValue());
            case Event list when list.getEventId() == ID.SequenceStart -> new Node.Items(place(event), items());
            default -> new Node.Fields(place(event), fields());
        };
    }

    private List<Node> items() {
        var items = new ArrayList<Node>();
        for (var event = events.next(); event.getEventId() != ID.SequenceEnd; event = events.next()) {
            items.add(node(event));
        }
        return List.copyOf(items);
    }

    private List<Node.Field> fields() {
        var fields = new ArrayList<Node.Field>();
        for (var event = events.next(); event.getEventId() != ID.MappingEnd; event = events.next()) {
            var key = node(event);
            var value = node(events.next());
            if (key instanceof Node.Text text) {
                fields.add(new Node.Field(text, value));
            } else {
                throw new Unreadable(key.at(), "a key must be one word, this is " + key.kind(), "write key: value");
            }
        }
        return List.copyOf(fields);
    }

    private Node aliased(AliasEvent alias) {
        var node = anchors.get(alias.getAlias());
        if (node == null) {
            throw new Unreadable(
                    place(alias),
                    "*" + alias.getAlias() + " repeats nothing",
                    "declare &" + alias.getAlias() + " before");
        }
        spend(alias, size(node));
        return node;
    }

    private static int size(Node node) {
        return switch (node) {
            case Node.Text _ -> 1;
            case Node.Items(var _, var nodes) ->
                1 + nodes.stream().mapToInt(Composer::size).sum();
            case Node.Fields(var _, var fields) ->
                1 + fields.stream().mapToInt(field -> 1 + size(field.value())).sum();
        };
    }

    private void spend(Event event, int nodes) {
        budget -= nodes;
        if (budget < 0) {
            throw new Unreadable(place(event), "the anchors of this file unfold without end", "write it out");
        }
    }

    private Node tooDeep(Event event) {
        throw new Unreadable(place(event), "nested more than " + DEEPEST + " deep", "is a bracket left open?");
    }

    private static Place place(Event event) {
        return place(event.getStartMark());
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(it -> new Place(it.getLine() + 1, it.getColumn() + 1)).orElse(Place.START);
    }

    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Place at;
        private final String problem;
        private final String remedy;

        Unreadable(Place at, String problem, String remedy) {
            super(problem);
            this.at = at;
            this.problem = problem;
            this.remedy = remedy;
        }
    }
}
