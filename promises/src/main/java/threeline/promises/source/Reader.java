package threeline.promises.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one file from top to bottom, going on after each fault, and remembers where everything stood. */
public final class Reader {

    private final Source source;
    private final Findings findings;
    private final Names names = new Names();
    private final Map<List<String>, Place> places = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();

    public Reader(Source source) {
        this.source = source;
        this.findings = new Findings(source.name());
    }

    /** The whole file as one value; null when it is too broken to be one. */
    public <T> @Nullable T read(Kind<T> kind, int longest) {
        if (source.text().length() > longest) {
            var size = source.text().length() / 1024;
            findings.error(Code.FILE_BAD, Place.START, "the file has " + size + " kB", "is this the right file?");
            return null;
        }
        var node = Composer.compose(source, findings);
        var value = node == null ? null : kind.read(node, this);
        names.settle(findings);
        return value;
    }

    /** Reads what stands under a key, or under one of many names. */
    public <T> @Nullable T under(Node.Text key, Node value, Kind<T> kind) {
        path.addLast(key.value());
        places.putIfAbsent(new ArrayList<>(path), value instanceof Node.Text text ? text.at() : key.at());
        var read = kind.read(value, this);
        path.removeLast();
        return read;
    }

    /** Declares a name; one that stands in a package is known there only. */
    void declare(Names.Sort sort, String name) {
        names.declare(sort, scope(), name);
    }

    /** Refers to a name that must be declared everywhere or in the same package. */
    public String refer(Names.Sort sort, Node.Text text) {
        return names.refer(sort, scope(), text);
    }

    private String scope() {
        var keys = path.iterator();
        return path.size() > 2 && keys.next().equals("packages") ? keys.next() : Names.EVERYWHERE;
    }

    /** Reports what is wrong with a value and gives none. */
    public <T> @Nullable T bad(Node node, String problem, String remedy) {
        findings.error(Code.VALUE_BAD, node.at(), problem, remedy);
        return null;
    }

    /** The key or name under which just now something is read. */
    public String name() {
        return path.isEmpty() ? "" : path.getLast();
    }

    /** The path of keys to what is read just now. */
    public List<String> path() {
        return List.copyOf(path);
    }

    public Findings findings() {
        return findings;
    }

    public Names names() {
        return names;
    }

    public Source source() {
        return source;
    }

    public Places places() {
        return new Places(source, places);
    }
}
