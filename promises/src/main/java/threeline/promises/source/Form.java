package threeline.promises.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One mapping of a file, filled in by its author: asked for its values key by key. */
public final class Form {

    private final Section section;
    private final Reader reader;
    private final Node.Fields node;
    private final Map<String, Node.Field> fields = new HashMap<>();

    private boolean hasUnknown;

    private Form(Section section, Node.Fields node, Reader reader) {
        this.section = section;
        this.node = node;
        this.reader = reader;
        node.fields().forEach(this::enter);
        section.keys().forEach(this::missIfNeeded);
    }

    /** The form of a node; null when it is no mapping. */
    public static @Nullable Form of(Section section, Node node, Reader reader) {
        if (node instanceof Node.Fields fields) {
            return new Form(section, fields, reader);
        }
        return reader.bad(
                node,
                "%s is a mapping, this is %s".formatted(section.title(), node.kind()),
                "write { key: value } with any of: " + String.join(", ", section.names()));
    }

    /** Whether it has keys that it shouldn't, which are told. */
    public boolean hasUnknown() {
        return hasUnknown;
    }

    private void enter(Node.Field field) {
        var name = field.key().value();
        if (section.key(name).isEmpty()) {
            unknown(field.key());
        } else if (fields.containsKey(name)) {
            twice(field.key(), fields.get(name).key());
        } else {
            fields.put(name, field);
        }
    }

    private void unknown(Node.Text key) {
        hasUnknown = true;
        reader.findings()
                .error(
                        Code.KEY_UNKNOWN,
                        key.at(),
                        "%s has no key \"%s\"".formatted(section.title(), key.value()),
                        Nearest.remedy(key.value(), section.names(), section.besides()));
    }

    private void twice(Node.Text key, Node.Text first) {
        reader.findings()
                .error(
                        Code.VALUE_CONFLICT,
                        key.at(),
                        "\"%s\" is given twice, here and at %s".formatted(key.value(), first.at()),
                        "whoever reads only one of them is told something else",
                        "keep one; where both are meant, give a list: [a, b]");
    }

    private void missIfNeeded(Key<?> key) {
        if (key.needed() && !fields.containsKey(key.name())) {
            reader.findings()
                    .error(
                            Code.VALUE_BAD,
                            at(),
                            "%s lacks \"%s\"".formatted(section.title(), key.name()),
                            "add %s: %s".formatted(key.name(), key.meaning()));
        }
    }

    /** What stands under a key; null when nothing does, or nothing that can be meant. */
    public <T> @Nullable T get(Key<T> key) {
        var field = fields.get(key.name());
        return field == null ? null : reader.under(field.key(), field.value(), key.kind());
    }

    public <T> T get(Key<T> key, T otherwise) {
        var value = get(key);
        return value == null ? otherwise : value;
    }

    public boolean has(Key<?> key) {
        return fields.containsKey(key.name());
    }

    /** All keys of a group that are given, in the order of the file. */
    public List<String> given() {
        var given = new ArrayList<String>();
        for (var field : node.fields()) {
            given.add(field.key().value());
        }
        return given;
    }

    /** Where a key's value stands; the form's own place when it isn't given. */
    public Place at(Key<?> key) {
        var field = fields.get(key.name());
        return field == null ? at() : field.value().at();
    }

    public Place at() {
        return node.at();
    }

    /** The name that this form stands under. */
    public String name() {
        return reader.name();
    }

    public Reader reader() {
        return reader;
    }
}
