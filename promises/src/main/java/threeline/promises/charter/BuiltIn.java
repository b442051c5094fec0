package threeline.promises.charter;

import java.util.Collection;
import java.util.List;
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
        var ofPackages = offers.packages().values().stream()
                .flatMap(offer -> offer.channels().values().stream())
                .toList();
        for (var by : Channel.By.values()) {
            var own = count(by, ways.channels().values());
            if (ways.channels().isEmpty() || own == 1 || own == 0 && count(by, ofPackages) == 1) {
                names.declare(Sort.CHANNEL, by.toString());
            }
        }
        ways.applications().keySet().forEach(name -> names.declare(Sort.KNOWLEDGE, name));
        ways.categories().keySet().forEach(name -> names.declare(Sort.KNOWLEDGE, name));
    }

    private static long count(Channel.By by, Collection<Channel> channels) {
        return channels.stream().filter(channel -> channel.by() == by).count();
    }
}
