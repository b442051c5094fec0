package threeline.promises.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.promises.keeping.Terms;

/** All who are supported, by their names. */
record Organizations(Map<String, Organization> byName) {

    /** Who asks, from an address and for an organization; where none is named, the address tells it. */
    Requester requester(@Nullable String from, @Nullable String named) {
        var name = named == null ? of(from) : named;
        var organization = name == null ? null : byName.get(name);
        return organization == null
                ? new Requester(name, Terms.none(), Set.of())
                : new Requester(
                        name,
                        organization.terms(),
                        from == null
                                ? Set.of()
                                : Set.copyOf(organization.people().getOrDefault(from, List.of())));
    }

    private @Nullable String of(@Nullable String address) {
        return address == null
                ? null
                : byName.entrySet().stream()
                        .filter(it -> it.getValue().people().containsKey(address))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }
}
