package threeline.desk.people.erasure;

import org.jspecify.annotations.Nullable;

/**
 * What has to happen before an agent can be erased.
 *
 * @param path where that is done, if at one place
 */
public record Before(String words, @Nullable String path) {

    static Before of(String what, long many, long agent) {
        return switch (what) {
            case "access" -> new Before("They still have access. End it first.", "/agents/" + agent);
            case "administrator" ->
                new Before("They are the last administrator. Make somebody else one first.", "/agents");
            case "tickets" ->
                new Before(
                        "They hold %s. Assign to somebody else first, or resolve and close."
                                .formatted(many == 1 ? "an open ticket" : "%,d open tickets".formatted(many)),
                        null);
            case "requester" ->
                new Before(
                        "They also asked for help here, by the same address. Erase them as somebody who asked first.",
                        "/erasures/" + many);
            case "mails" ->
                new Before(
                        "Mails about tickets that they worked on have still to leave: %,d. Wait until they have."
                                .formatted(many),
                        null);
            default -> throw new IllegalArgumentException("nothing that keeps from erasing is called " + what);
        };
    }
}
