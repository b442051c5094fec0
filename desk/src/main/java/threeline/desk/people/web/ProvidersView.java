package threeline.desk.people.web;

import java.util.List;
import java.util.Map;
import threeline.desk.people.provider.Provider;

/** All providers, and how many come in by each. */
public record ProvidersView(List<Provider> providers, Map<String, Integer> bound) {

    public ProvidersView {
        providers = List.copyOf(providers);
        bound = Map.copyOf(bound);
    }

    public int bound(Provider it) {
        return bound.getOrDefault(it.issuer(), 0);
    }

    public String joins(Provider it) {
        return it.rules().joins() ? it.rules().roles().isEmpty() ? "yes, as agents" : "yes, by their groups" : "no";
    }
}
