package threeline.promises.charter;

import java.util.List;
import java.util.Set;
import threeline.promises.sla.Metric;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** Reads what a ticket may wait for. */
final class HoldReader {

    private enum Ends {
        CONTACT
    }

    private static final Key<String> NAME = Key.of("name", Scalars.TEXT, "what people call it; else its key");
    private static final Key<List<Metric>> PAUSES =
            Key.of("pauses", Kinds.some(Scalars.word(Metric.class)), "the clocks that stand still meanwhile");
    private static final Key<Ends> ENDS =
            Key.of("ends", Scalars.word(Ends.class), "contact: it ends when the requester gets in touch");

    private static final Section SECTION = Section.of(
            "a hold", "something a ticket may wait for, and which clocks stand still meanwhile", NAME, PAUSES, ENDS);

    static final Kind<Hold> HOLD = Kinds.section(SECTION, HoldReader::hold);

    private HoldReader() {}

    private static Hold hold(Form form) {
        var id = form.name();
        return new Hold(
                id, form.get(NAME, id.replace('-', ' ')), Set.copyOf(form.get(PAUSES, List.of())), form.has(ENDS));
    }
}
