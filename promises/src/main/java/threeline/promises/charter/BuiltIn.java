package threeline.promises.charter;

import java.util.List;
import java.util.stream.Stream;
import threeline.promises.calendar.Calendars;
import threeline.promises.source.Names;
import threeline.promises.source.Names.Sort;

/** Names that no charter needs to declare. */
final class BuiltIn {

    static final List<String> ACTS = List.of("workaround", "fix-date");

    private BuiltIn() {}

    static void declare(Names names) {
        names.declare(Sort.CALENDAR, Calendars.ALWAYS);
        ACTS.forEach(act -> names.declare(Sort.ACT, act));
    }

    /** A kind names its channel where only one has it; without any channel declared, all kinds are open. */
    static void declareKinds(WaysIn ways, Offers offers, Names names) {
        var ofPackages = offers.packages().values().stream().flatMap(offer -> offer.channels().values().stream());
        var channels =
                Stream.concat(ways.channels().values().stream(), ofPackages).toList();
        for (var by : Channel.By.values()) {
            var count = channels.stream().filter(channel -> channel.by() == by).count();
            if (count == 1 || ways.channels().isEmpty()) {
                names.declare(Sort.CHANNEL, by.toString());
            }
        }
        ways.applications().keySet().forEach(name -> names.declare(Sort.KNOWLEDGE, name));
        ways.categories().keySet().forEach(name -> names.declare(Sort.KNOWLEDGE, name));
    }
}
