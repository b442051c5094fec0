package threeline.desk.demo;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Role;

/** What a desk of the demo is like: its people, and what happened to its tickets before the curtain rose. */
record Play(String slug, String desk, String about, List<Member> agents, List<Person> people, List<Scene> scenes) {

    /** @param parts the charter's roles that they play */
    record Member(String key, String name, String email, Role role, Set<String> groups, Set<String> parts) {}

    record Person(
            String key,
            String name,
            String email,
            @Nullable String phone,
            @Nullable String organization,
            boolean superUser) {}

    /** A ticket, opened so long ago. */
    record Scene(Opening opening, Duration ago, List<Move> moves) {}

    record Opening(String person, String channel, @Nullable String severity, String subject, String text) {}

    /** What somebody did, so long after the opening; with a word ({@code awaiting-parts}) or with a text. */
    record Move(Duration after, String who, String verb, String words) {}
}
