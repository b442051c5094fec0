package threeline.desk.people.web;

import java.util.List;
import org.springframework.stereotype.Component;
import threeline.desk.people.AgentId;
import threeline.desk.people.provider.Bindings;
import threeline.desk.people.provider.Providers;

/** By which providers somebody comes in, or could. */
@Component
class OwnProviders {

    private final Providers providers;
    private final Bindings bindings;

    OwnProviders(Providers providers, Bindings bindings) {
        this.providers = providers;
        this.bindings = bindings;
    }

    List<AccountView.OwnProvider> of(AgentId agent) {
        var bound = bindings.of(agent);
        return providers.open().stream()
                .map(it -> new AccountView.OwnProvider(
                        it.id(),
                        it.name(),
                        bound.stream()
                                .filter(binding -> binding.issuer().equals(it.issuer()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
