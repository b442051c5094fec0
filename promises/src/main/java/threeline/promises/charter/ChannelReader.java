package threeline.promises.charter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** Reads one way in. */
final class ChannelReader {

    private static final Key<Channel.By> BY =
            Key.of("by", Scalars.word(Channel.By.class), "its kind, where its key isn't one");
    private static final Key<String> NAME = Key.of("name", Scalars.TEXT, "what people call it; else its key");
    private static final Key<String> NUMBER = Key.of("number", Scalars.TEXT, "the telephone number, or to-follow");
    private static final Key<List<String>> NUMBERS =
            Key.of("numbers", Kinds.some(Scalars.TEXT), "several numbers, all of them good");
    private static final Key<String> ADDRESS = Key.of("address", Scalars.TEXT, "the mail or web address, or to-follow");
    private static final Key<String> COVERS =
            Key.of("covers", Scalars.name(Sort.CALENDAR), "when it is answered; else always");
    private static final Key<List<String>> WHO =
            Key.of("who", Kinds.some(Scalars.TEXT), "the roles that it is for, or nobody; else everybody");
    private static final Key<String> OUTSIDE = Key.of(
            "outside", Scalars.TEXT, "what it offers outside its hours: voicemail, or the words that callers hear");
    private static final Key<String> ELSE = Key.of("else", Scalars.TEXT, "what everybody else is told who tries it");
    private static final Key<List<String>> SEVERITIES = Key.of(
            "severities",
            Kinds.some(Scalars.name(Sort.SEVERITY)),
            "the severities that it takes, where the charter lists them from this side too");
    private static final Key<Boolean> CHOOSE = Key.of("choose", Scalars.FLAG, "the requester chooses the severity");
    private static final Key<Boolean> CHANGE = Key.of("change", Scalars.FLAG, "the requester may change it later");
    private static final Key<Channel.Choice> SEVERITY = Key.of(
            "severity",
            Kinds.either(
                    Kinds.map(Scalars.name(Sort.SEVERITY), severity -> new Channel.Choice(severity, false, false)),
                    Kinds.section(
                            Section.of("severity", "who chooses it", CHOOSE, CHANGE),
                            form -> new Channel.Choice(null, form.get(CHOOSE, false), form.get(CHANGE, false)))),
            "the severity that things come in with, or { choose: true, change: true }");

    static final Section SECTION = Section.of(
            "a channel",
            "a way in",
            BY,
            NAME,
            NUMBER,
            NUMBERS,
            ADDRESS,
            COVERS,
            WHO,
            OUTSIDE,
            ELSE,
            SEVERITY,
            SEVERITIES);

    static final Kind<Channel> CHANNEL = Kinds.section(SECTION, ChannelReader::channel);

    private ChannelReader() {}

    private static @Nullable Channel channel(Form form) {
        var id = form.name();
        var by = form.has(BY) ? form.get(BY) : byName(form);
        var door = new Channel.Door(
                form.get(COVERS), who(form), form.get(OUTSIDE), form.get(ELSE), form.get(SEVERITIES, List.of()));
        var choice = form.get(SEVERITY, Channel.Choice.NONE);
        return by == null ? null : new Channel(id, by, reach(form), door, choice);
    }

    private static List<String> who(Form form) {
        var who = form.get(WHO, List.of());
        return who.isEmpty() && form.has(WHO) ? List.of(Channel.Door.NOBODY) : who;
    }

    private static Channel.@Nullable By byName(Form form) {
        var by = Channel.By.of(form.name()).orElse(null);
        if (by == null) {
            form.reader()
                    .findings()
                    .error(
                            threeline.promises.source.Code.VALUE_BAD,
                            form.at(),
                            "the channel \"%s\" doesn't say of which kind it is".formatted(form.name()),
                            "add by: phone, email, portal, chat, app, form, monitoring or api");
        }
        return by;
    }

    static Channel.Reach reach(Form form) {
        var numbers = new ArrayList<>(form.get(NUMBERS, List.of()));
        var number = form.get(NUMBER, Texts.TO_FOLLOW);
        if (!number.equals(Texts.TO_FOLLOW)) {
            numbers.addFirst(number);
        }
        var address = form.get(ADDRESS);
        return new Channel.Reach(
                form.get(NAME, form.name()), numbers, Texts.TO_FOLLOW.equals(address) ? null : address);
    }
}
