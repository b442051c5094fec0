package threeline.promises.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Kinds made of other kinds. */
public final class Kinds {

    private Kinds() {}

    private record Made<T>(BiFunction<Node, Reader, @Nullable T> reading, Supplier<Schema> looks) implements Kind<T> {

        @Override
        public @Nullable T read(Node node, Reader reader) {
            return reading.apply(node, reader);
        }

        @Override
        public Schema schema() {
            return looks.get();
        }
    }

    public static <T> Kind<T> of(BiFunction<Node, Reader, @Nullable T> reading, Supplier<Schema> looks) {
        return new Made<>(reading, looks);
    }

    /** Another kind, made into something more. */
    public static <T, R> Kind<R> map(Kind<T> kind, Function<T, @Nullable R> more) {
        return of(
                (node, reader) -> {
                    var value = kind.read(node, reader);
                    return value == null ? null : more.apply(value);
                },
                kind::schema);
    }

    /** One value or a list of them. */
    public static <T> Kind<List<T>> some(Kind<T> kind) {
        return of(
                (node, reader) -> {
                    var values = new ArrayList<T>();
                    var nodes = node instanceof Node.Items(var _, var items) ? items : List.of(node);
                    for (var each : nodes) {
                        var value = kind.read(each, reader);
                        if (value != null) {
                            values.add(value);
                        }
                    }
                    return List.copyOf(values);
                },
                () -> Schema.any(kind.schema(), Schema.of("type", "array").and("items", kind.schema())));
    }

    /** A mapping with known keys, made into one value. */
    public static <T> Kind<T> section(Section section, Function<Form, @Nullable T> make) {
        return of(
                (node, reader) -> {
                    var form = Form.of(section, node, reader);
                    return form == null ? null : make.apply(form);
                },
                () -> Schemas.of(section));
    }

    /** A mapping of names, which it declares, to values; the order of the file is kept. */
    public static <T> Kind<Map<String, T>> named(Names.Sort sort, Kind<T> kind) {
        return of((node, reader) -> NamedReader.read(sort, kind, node, reader), () -> Schemas.named(kind));
    }

    /** A mapping of words that need no declaring to values. */
    public static <T> Kind<Map<String, T>> open(Kind<T> kind) {
        return of((node, reader) -> NamedReader.read(null, kind, node, reader), () -> Schemas.named(kind));
    }

    /** A word or a list of words in one way, a mapping in another. */
    public static <T> Kind<T> either(Kind<? extends T> word, Kind<? extends T> mapping) {
        return of(
                (node, reader) -> node instanceof Node.Fields ? mapping.read(node, reader) : word.read(node, reader),
                () -> Schema.any(word.schema(), mapping.schema()));
    }
}
