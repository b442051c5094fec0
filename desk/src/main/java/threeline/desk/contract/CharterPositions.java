package threeline.desk.contract;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import threeline.desk.people.Positions;
import threeline.promises.charter.Charter;
import threeline.promises.charter.Notification;
import threeline.promises.tier.Tier;

/** Says what agents can be, by the charter in force. */
@Component
class CharterPositions implements Positions {

    /** What stands in the place of roles, or is played by those who ask. */
    private static final Set<String> NO_ROLES =
            Set.of("requester", "agent", "group", "everyone", "nobody", "super-user");

    private final Charters charters;

    CharterPositions(Charters charters) {
        this.charters = charters;
    }

    @Override
    public List<Group> groups() {
        var charter = charters.current().charter();
        return charter.tiers().stream()
                .flatMap(tier -> charter.ladder().on(tier.id()).stream().map(group -> group(group, tier)))
                .toList();
    }

    private static Group group(threeline.promises.tier.Group it, Tier tier) {
        var outside = it.outside();
        return new Group(it.id(), it.name(), tier.name(), outside == null ? null : outside.organization());
    }

    @Override
    public List<Part> parts() {
        return parts(charters.current().charter());
    }

    @Override
    public List<String> languages() {
        return charters.current().charter().desk().languages();
    }

    /** A role needs no declaration: whoever the charter tells, asks or lets do something plays one. */
    static List<Part> parts(Charter charter) {
        var requesters = new LinkedHashSet<>(NO_ROLES);
        charter.channels().values().forEach(it -> requesters.addAll(it.door().who()));
        return named(charter)
                .distinct()
                .filter(it -> !requesters.contains(it) && !it.contains("@"))
                .filter(it -> charter.ladder().group(it).isEmpty())
                .map(it -> new Part(it, name(it, charter)))
                .toList();
    }

    private static Stream<String> named(Charter charter) {
        var practice = charter.practice();
        return Stream.of(
                        charter.waysIn().roles().keySet().stream(),
                        charter.tiers().stream().flatMap(CharterPositions::named),
                        practice.acts().values().stream().flatMap(Collection::stream),
                        practice.notifications().values().stream()
                                .flatMap(Collection::stream)
                                .map(Notification::tell)
                                .flatMap(Collection::stream))
                .flatMap(it -> it);
    }

    private static Stream<String> named(Tier tier) {
        var stay = tier.stay();
        var acceptance = tier.acceptance();
        var escalation = tier.escalation();
        var judged = escalation == null
                ? Stream.<String>empty()
                : Stream.of(
                                escalation.judgement().judges().stream(),
                                Stream.ofNullable(escalation.judgement().decides()),
                                escalation.judgement().mayConsult().stream())
                        .flatMap(it -> it);
        return Stream.of(
                        stay == null ? Stream.<String>empty() : stay.tell().stream(),
                        acceptance == null ? Stream.<String>empty() : acceptance.tell().stream(),
                        judged)
                .flatMap(it -> it);
    }

    private static String name(String id, Charter charter) {
        var role = charter.waysIn().roles().get(id);
        if (role != null) {
            return role.name();
        }
        var words = id.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
