package threeline.desk.notification;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import threeline.desk.people.Crew;
import threeline.promises.charter.Charter;

/** Who is told of one thing that happened: of the desk's people each once, with all ways by which the rules reach them. */
record Audience(Map<Crew.Member, Set<Rule.Way>> people, Optional<Rule> requester) {

    /**
     * Decides it. Pure. Nobody is told of what they did themselves, nobody of another organization's tickets, and a
     * requester of nothing that is the desk's own.
     */
    static Audience of(Happened it, Charter charter, Crew crew) {
        var people = new LinkedHashMap<Crew.Member, Set<Rule.Way>>();
        var rules = Rules.of(it, charter);
        for (var rule : rules) {
            called(rule.whom(), it, crew)
                    .filter(member -> !it.isBy(member.id()))
                    .filter(member -> member.sees(it.ticket().organization()))
                    .forEach(member -> people.computeIfAbsent(member, _ -> EnumSet.noneOf(Rule.Way.class))
                            .addAll(rule.ways()));
        }
        return new Audience(people, it.isForRequester() ? requester(rules) : Optional.empty());
    }

    private static Optional<Rule> requester(List<Rule> rules) {
        return rules.stream()
                .filter(Rule::isForRequester)
                .filter(rule -> rule.ways().isEmpty() || rule.ways().contains(Rule.Way.MAIL))
                .findFirst();
    }

    private static Stream<Crew.Member> called(String whom, Happened it, Crew crew) {
        return switch (whom) {
            case Rule.REQUESTER -> Stream.empty();
            case Rule.EVERYONE -> crew.members().stream();
            case Rule.AGENT -> it.agent().flatMap(crew::find).stream();
            case Rule.GROUP -> Stream.ofNullable(it.group()).flatMap(group -> crew.ofGroup(group).stream());
            default -> byName(whom, it, crew);
        };
    }

    /** A role of the charter, a group, or somebody's address. */
    private static Stream<Crew.Member> byName(String whom, Happened it, Crew crew) {
        var playing = crew.playing(whom, it.ticket().organization());
        return playing.isEmpty()
                ? crew.members().stream()
                        .filter(member -> member.groups().contains(whom)
                                || member.agent().email().equalsIgnoreCase(whom))
                : playing.stream();
    }
}
