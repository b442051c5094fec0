package threeline.desk.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a desk's trail as lines of JSON, the last of them its end and what its check found. */
@Component
public class Export {

    private final Check check;
    private final JsonMapper json = JsonMapper.builder().build();

    Export(Check check) {
        this.check = check;
    }

    public Check.Result write(OutputStream out) {
        var result = check.run(null, line -> write(out, asMap(line)));
        var end = new LinkedHashMap<String, Object>();
        end.put("head", result.head().toString());
        end.put("findings", result.findings());
        write(out, end);
        return result;
    }

    private static LinkedHashMap<String, Object> asMap(Noted line) {
        var map = new LinkedHashMap<String, Object>();
        map.put("seq", line.seq());
        map.put("at", line.at().toString());
        map.put("kind", line.kind());
        map.put("actor", line.actor());
        map.put("subject", line.subject());
        map.put("words", line.words());
        map.put("hash", line.hash().hex());
        return map;
    }

    private void write(OutputStream out, LinkedHashMap<String, Object> line) {
        try {
            out.write((json.writeValueAsString(line) + "\n").getBytes(UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
