package threeline.promises.rehearsal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import threeline.promises.charter.Texts;
import threeline.promises.keeping.Act;
import threeline.promises.sla.Allowance;
import threeline.promises.source.Bad;
import threeline.promises.source.Key;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Schema;

/** What may stand beside a step's verb. */
final class Beside {

    static final Key<Moment> AT = Key.needed("at", Moment.MOMENT, "when, on the clock of the charter's zone");
    static final Key<String> BY_GROUP = Key.of("by", Scalars.name(Sort.GROUP), "the group that replies");
    static final Key<String> BY = Key.of("by", Scalars.TEXT, "who judged so");
    static final Key<Boolean> REACHED = Key.of("reached", Scalars.FLAG, "false where the requester wasn't reached");
    static final Key<Duration> SPENT = Key.needed("spent", Texts.DURATION, "handling time");
    static final Key<String> FOR_HOLD = Key.needed("for", Scalars.name(Sort.HOLD), "the hold");
    static final Key<String> TO_SEVERITY = Key.needed("to", Scalars.name(Sort.SEVERITY), "the new severity");
    static final Key<String> TO_TIER = Key.needed("to", Scalars.name(Sort.TIER), "the tier");
    static final Key<String> BECAUSE = Key.of("because", Scalars.TEXT, "the reason");
    static final Key<String> REASON =
            Key.of("because", Scalars.name(Sort.REASON), "one of the charter's reasons; else by-judgement");
    static final Key<String> CONTACT_FROM = Key.of("from", Scalars.TEXT, "the address");
    static final Key<String> TIER = Key.needed("tier", Scalars.name(Sort.TIER), "the tier that is asked");
    static final Key<Allowance> MORE =
            Key.needed("more", Scalars.scalar("a duration", Beside::allowance, Schema.SCALAR), "how much longer");
    static final Key<Boolean> TIMEBOX = Key.of("timebox", Scalars.FLAG, "true: the time-box is meant, not the stay");
    static final Key<String> GROUP = Key.needed("group", Scalars.name(Sort.GROUP), "the group");
    static final Key<LocalDate> ON = Key.of("on", Scalars.DATE, "the date that is given");
    static final Key<String> WHAT = Key.needed("what", Scalars.name(Sort.ACT), "the act");
    static final Key<String> STAGE = Key.needed("stage", Scalars.name(Sort.STAGE), "the stage");
    static final Key<String> WHICH = Key.of("which", Scalars.name(Sort.VENDOR), "the vendor; else the charter's first");
    static final Key<String> REF = Key.of("ref", Scalars.TEXT, "the vendor's reference");
    static final Key<String> INTO = Key.needed("into", Scalars.name(Sort.TICKET), "the ticket that goes on");
    static final Key<Act.Resolved.As> AS =
            Key.of("as", Scalars.word(Act.Resolved.As.class), "spam or automation, where not by a person");
    static final Key<String> CONTACT_VIA = Key.of("via", Scalars.name(Sort.CHANNEL), "the channel");
    static final Key<String> OPENS =
            Key.of("opens", Scalars.TEXT, "the name of the ticket that it opens, where this one is closed");

    private Beside() {}

    /** What is made of a value, if it is there. */
    static <T> @Nullable Act with(@Nullable T value, Function<T, Act> make) {
        return value == null ? null : make.apply(value);
    }

    private static Allowance allowance(String text) {
        try {
            return Allowance.parse(text);
        } catch (IllegalArgumentException bad) {
            throw new Bad(String.valueOf(bad.getMessage()), "write 90m, 3h or 1d");
        }
    }
}
