package threeline.promises.source;

import org.jspecify.annotations.Nullable;

/** One kind of value: how it is read, and what it looks like to those who write it. */
public interface Kind<T> {

    /** The value; null when there is a finding instead. */
    @Nullable
    T read(Node node, Reader reader);

    /** The same as JSON Schema, for editors. */
    Schema schema();

    /** The same kind, said more closely: by examples or a pattern. */
    default Kind<T> described(Schema schema) {
        var self = this;
        return new Kind<>() {
            @Override
            public @Nullable T read(Node node, Reader reader) {
                return self.read(node, reader);
            }

            @Override
            public Schema schema() {
                return schema;
            }
        };
    }
}
