package threeline.promises.charter;

import java.util.List;
import java.util.Map;
import threeline.promises.sla.Limit;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** Reads how the desk works: holds, acts, stages, closing, notifications. */
final class PracticeReader {

    private static final Key<String> NAME = Key.of("name", Scalars.TEXT, "what people call it; else its key");

    private static final Key<List<String>> NEEDS =
            Key.of("needs", Kinds.some(Scalars.TEXT), "what must hold to leave the stage");
    private static final Key<Stage.By> REACHED_BY = Key.of(
            "by",
            Scalars.word(Stage.By.class),
            "the act that reaches the stage; else somebody says that it is reached");
    private static final Section STAGE =
            Section.of("a stage", "a step of the resolution process", NAME, NEEDS, REACHED_BY);

    private static final Key<List<String>> MAY =
            Key.of("may", Kinds.some(Scalars.TEXT), "in words: what it lets them do");
    private static final Section ROLE = Section.of("a role", "a part that people play", NAME, MAY);
    static final Kind<Role> A_ROLE =
            Kinds.section(ROLE, form -> new Role(form.name(), form.get(NAME, form.name()), form.get(MAY, List.of())));

    private static final Key<List<String>> TELL =
            Key.needed("tell", Kinds.some(Scalars.TEXT), "roles or people who are told");
    private static final Key<List<String>> BY =
            Key.of("by", Kinds.some(Scalars.TEXT), "by which channels; else as each prefers");
    private static final Key<String> LANGUAGE =
            Key.of("language", Scalars.TEXT, "in which language; else the requester's for requesters");
    private static final Section NOTIFICATION =
            Section.of("a notification", "who hears of an event, how and in which language", TELL, BY, LANGUAGE);
    private static final Kind<Notification> A_NOTIFICATION = Kinds.section(
            NOTIFICATION,
            form -> new Notification(form.get(TELL, List.of()), form.get(BY, List.of()), form.get(LANGUAGE, "")));

    static final Key<Map<String, Hold>> HOLDS = Key.of(
            "holds",
            Kinds.named(Sort.HOLD, HoldReader.HOLD),
            "what a ticket may wait for, and which clocks stand still");
    static final Key<Map<String, List<String>>> ACTS = Key.of(
            "acts",
            Kinds.named(Sort.ACT, Kinds.some(Scalars.TEXT)),
            "acts that meet promises, and the roles that do them");
    static final Key<Map<String, Stage>> PROCESS = Key.of(
            "process",
            Kinds.named(
                    Sort.STAGE,
                    Kinds.section(
                            STAGE,
                            form -> new Stage(
                                    form.name(),
                                    form.get(NAME, form.name()),
                                    form.get(NEEDS, List.of()),
                                    form.get(REACHED_BY)))),
            "the stages of resolution in their order; none is skipped without a recorded reason");
    static final Key<Limit> CLOSE_AFTER = Key.of(
            "close-after", Limits.LIMIT, "resolved tickets are closed after this long; else never by themselves");
    static final Key<Map<String, List<Notification>>> NOTIFICATIONS = Key.of(
            "notifications",
            Kinds.open(Kinds.some(A_NOTIFICATION)),
            "who hears of which event, how, in which language");

    private PracticeReader() {}

    static Practice practice(Form form) {
        return new Practice(
                form.get(HOLDS, Map.of()),
                form.get(ACTS, Map.of()),
                List.copyOf(form.get(PROCESS, Map.of()).values()),
                form.get(CLOSE_AFTER),
                form.get(NOTIFICATIONS, Map.of()));
    }
}
