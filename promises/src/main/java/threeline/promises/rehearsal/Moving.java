package threeline.promises.rehearsal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import threeline.promises.keeping.Act;
import threeline.promises.source.Form;

/** Makes the acts that need more than one word besides the ticket. */
final class Moving {

    static final String BY_JUDGEMENT = "by-judgement";

    private Moving() {}

    static @Nullable Act escalated(Form form, Instant at) {
        var because = form.get(Beside.REASON, BY_JUDGEMENT);
        return Beside.with(form.get(Beside.TO_TIER), to -> new Act.Escalated(at, to, because));
    }

    static @Nullable Act returned(Form form, Instant at) {
        var because = form.get(Beside.BECAUSE, BY_JUDGEMENT);
        return Beside.with(form.get(Beside.TO_TIER), to -> new Act.Returned(at, to, because));
    }

    static @Nullable Act extended(Form form, Instant at) {
        form.get(Beside.BY);
        form.get(Beside.BECAUSE);
        var timebox = form.get(Beside.TIMEBOX, false);
        return Beside.with(form.get(Beside.MORE), more -> new Act.Extended(at, more, timebox));
    }

    static @Nullable Act skipped(Form form, Instant at) {
        var because = form.get(Beside.BECAUSE, "");
        return Beside.with(form.get(Beside.STAGE), stage -> new Act.Skipped(at, stage, because));
    }
}
