package threeline.desk.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The header of a mail, field by field as it came, unfolded and decoded. Names are compared without case. */
public record Headers(List<Field> fields) {

    public record Field(String name, String value) {}

    public Headers {
        fields = List.copyOf(fields);
    }

    public Optional<String> first(String name) {
        return all(name).findFirst();
    }

    public boolean has(String name) {
        return all(name).findAny().isPresent();
    }

    public long count(String name) {
        return all(name).count();
    }

    public Stream<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value);
    }
}
