package threeline.desk.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.people.access.Actor;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** Who asks for a change, where, under which key of their own, and with what bytes. */
record Asking(AgentId by, String route, @Nullable String key, byte[] body) {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    static Asking of(Actor actor, HttpServletRequest request, byte[] body) {
        var route = request.getMethod() + " " + request.getRequestURI();
        return new Asking(actor.agent().id(), route, key(request.getHeader(HEADER)), body);
    }

    /** What was sent, read as a JSON object; all that is wrong with it is told at once. */
    <T> T read(Function<Fields, T> reading) {
        return Json.read(body, reading);
    }

    byte[] digest() {
        return DigestUtils.sha256(body);
    }

    private static @Nullable String key(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.isBlank()
                || header.length() > LONGEST_KEY
                || !header.chars().allMatch(it -> it >= ' ' && it <= '~')) {
            throw refused("Send 1 to %d visible ASCII characters, such as a UUID.".formatted(LONGEST_KEY));
        }
        return header.strip();
    }

    static ProblemException refused(String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(HEADER, what)));
    }
}
