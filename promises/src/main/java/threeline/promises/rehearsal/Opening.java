package threeline.promises.rehearsal;

import java.time.Instant;
import threeline.promises.keeping.Act;
import threeline.promises.keeping.Asked;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;

/** Makes the opening of a ticket. */
final class Opening {

    static final Key<String> SEVERITY =
            Key.of("severity", Scalars.name(Sort.SEVERITY), "else the channel's, else the default");
    static final Key<String> VIA = Key.of("via", Scalars.name(Sort.CHANNEL), "the channel");
    static final Key<String> FROM = Key.of("from", Scalars.TEXT, "the requester's address");
    static final Key<String> ORGANIZATION =
            Key.of("organization", Scalars.TEXT, "the requester's organization, where the address doesn't tell");
    static final Key<String> CATEGORY = Key.of("category", Scalars.name(Sort.CATEGORY), "what it is about");
    static final Key<String> APPLICATION =
            Key.of("application", Scalars.name(Sort.APPLICATION), "the application that it is about");
    static final Key<String> SUBJECT = Key.of("subject", Scalars.TEXT, "in a line");
    static final Key<String> LANGUAGE = Key.of("language", Scalars.TEXT, "the requester's language");
    static final Key<Boolean> LIVE = Key.of("live", Scalars.FLAG, "true: an agent speaks to the caller meanwhile");
    static final Key<String> FOR = Key.of("for", Scalars.TEXT, "the person whom the call was made to by name");

    static final Key<?>[] KEYS = {SEVERITY, VIA, FROM, ORGANIZATION, CATEGORY, APPLICATION, SUBJECT, LANGUAGE, LIVE, FOR
    };

    private Opening() {}

    /** The severity is empty where the step doesn't say; the channel or the charter gives one then. */
    static Act act(Form form, Instant at) {
        form.get(SUBJECT);
        var asked = new Asked(form.get(CATEGORY), form.get(APPLICATION), form.get(LANGUAGE), form.get(FOR), null);
        return new Act.Opened(at, form.get(SEVERITY, ""), form.get(VIA), form.get(LIVE, false), asked);
    }

    static Act.Opened by(Requester requester, Act.Opened act) {
        var asked = act.asked().by(requester.organization());
        return new Act.Opened(act.at(), act.severity(), act.channel(), act.live(), asked);
    }
}
