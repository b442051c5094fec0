package threeline.desk.intake.api;

import java.util.List;
import java.util.function.Function;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the API reads and writes it. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Reads an object by asking for its fields; all that is wrong with them is told at once. No body is an empty object. */
    static <T> T read(byte[] body, Function<Fields, T> reading) {
        var fields = Fields.of(tree(body));
        var read = reading.apply(fields);
        var faults = fields.faults();
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem.Invalid("What was sent can't be taken as it is.", faults));
        }
        return read;
    }

    private static JsonNode tree(byte[] body) {
        if (body.length == 0) {
            return MAPPER.createObjectNode();
        }
        try {
            var tree = MAPPER.readTree(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException broken) {
            throw new Malformed(
                    "This is not JSON: %s%s.".formatted(broken.getOriginalMessage(), place(broken)), broken);
        }
        throw new ProblemException(
                new Problem.Invalid("Send a JSON object.", List.of(new Problem.Fault("", "It begins with \"{\"."))));
    }

    private static String place(JacksonException broken) {
        var place = broken.getLocation();
        return place == null ? "" : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }

    /** What can't even be read. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Malformed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
