package threeline.desk.contract;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.OrganizationId;

/**
 * All contracts of a desk.
 *
 * @param with each organization, the first first
 * @param latest when one was agreed last; null where none ever was
 */
record KnownContracts(
        Map<OrganizationId, List<Contract>> with,
        int count,
        @Nullable Instant latest) {

    /** @param contracts those with the same organization in order of their instants */
    static KnownContracts of(List<Contract> contracts) {
        var latest = contracts.stream().map(Contract::since).max(naturalOrder());
        var with = contracts.stream().collect(groupingBy(Contract::organization));
        return new KnownContracts(with, contracts.size(), latest.orElse(null));
    }

    List<Contract> with(OrganizationId organization) {
        return with.getOrDefault(organization, List.of());
    }
}
