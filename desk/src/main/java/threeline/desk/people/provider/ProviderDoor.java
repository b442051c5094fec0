package threeline.desk.people.provider;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Origin;
import threeline.desk.people.access.Secret;
import threeline.desk.people.access.SignIn;

/** Lets in whom a provider vouches for, by the code flow of OpenID Connect; and binds those who are here to it. */
@Component
public class ProviderDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderDoor.class);
    private static final int LONGEST_CODE = 4096;

    private final Providers providers;
    private final Directory directory;
    private final Exchange exchange;
    private final IdTokens tokens;
    private final Errands errands;
    private final Arrivals arrivals;
    private final Welcome welcome;

    ProviderDoor(
            Providers providers,
            Directory directory,
            Exchange exchange,
            IdTokens tokens,
            Errands errands,
            Arrivals arrivals,
            Welcome welcome) {
        this.providers = providers;
        this.directory = directory;
        this.exchange = exchange;
        this.tokens = tokens;
        this.errands = errands;
        this.arrivals = arrivals;
        this.welcome = welcome;
    }

    /** With what a browser comes back. */
    public record Return(
            @Nullable String state,
            @Nullable String code,
            @Nullable String issuer) {}

    /** What became of it. */
    public sealed interface Outcome {

        record In(SignIn.Outcome how, String onward) implements Outcome {}

        /** Whoever was signed in is bound from now on. */
        record Bound() implements Outcome {}

        record Refused(String why) implements Outcome {}
    }

    /** Where the browser goes to say who it is; nowhere, if the provider can't be reached. */
    public Optional<String> begin(Errand errand) {
        var provider = providers.findOpen(errand.provider());
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        try {
            var state = Secret.random();
            var entry = directory.of(provider.get().issuer());
            errands.add(state, errand);
            return Optional.of(exchange.address(
                    provider.get(), entry, new Exchange.Question(errand.browser(), state), errand.back()));
        } catch (IOException unreachable) {
            LOG.warn("the provider {} can't be asked: {}", provider.get().issuer(), unreachable.getMessage());
            return Optional.empty();
        }
    }

    /** The browser is back. */
    public Outcome end(long id, Return back, Optional<Secret> browser, Origin origin) {
        var state = Optional.ofNullable(back.state()).flatMap(Secret::parse);
        var errand = state.flatMap(it -> browser.flatMap(here -> errands.take(it, here, id)));
        var provider = providers.findOpen(id);
        if (errand.isEmpty() || provider.isEmpty()) {
            return new Outcome.Refused("That took too long, or began in another browser. Try again.");
        }
        try {
            var question = new Exchange.Question(errand.get().browser(), state.orElseThrow());
            var said = said(provider.get(), question, errand.get(), back);
            return arrived(errand.get(), provider.get(), said, origin);
        } catch (IOException | IdTokens.Unbelievable refused) {
            LOG.info("somebody by {} is not let in: {}", provider.get().issuer(), refused.getMessage());
            return new Outcome.Refused(
                    "%s did not say who you are.".formatted(provider.get().name()));
        } catch (DataIntegrityViolationException raced) {
            return new Outcome.Refused("You came in twice at once. Try again.");
        }
    }

    /** What a provider says of somebody, and the token by which it said so. */
    record Said(Claims claims, String token) {}

    private Said said(Provider provider, Exchange.Question question, Errand errand, Return back)
            throws IOException, IdTokens.Unbelievable {
        var entry = directory.of(provider.issuer());
        var named = back.issuer();
        if (named == null ? entry.namesItself() : !named.equals(provider.issuer())) {
            throw new IdTokens.Unbelievable("the answer is another provider's");
        }
        var code = back.code();
        if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
            throw new IdTokens.Unbelievable("it gave no code");
        }
        var given = exchange.tokens(provider, entry, question, code, errand.back());
        var claims = tokens.read(given.id(), provider, entry, question.nonce());
        return new Said(
                entry.at().userinfo() != null && errand.bound() == null && claims.isThin(provider)
                        ? exchange.told(provider, entry, given, claims)
                        : claims,
                given.id());
    }

    private Outcome arrived(Errand errand, Provider provider, Said said, Origin origin) {
        var claims = said.claims();
        var bound = errand.bound();
        if (bound != null && !errand.invited() && !welcome.isHere(errand.browser(), bound)) {
            return new Outcome.Refused("You are no longer signed in. Sign in, and bind it then.");
        }
        var arrival = bound == null ? arrivals.of(claims, provider) : arrivals.bind(claims, bound, errand.invited());
        return switch (arrival) {
            case Arrivals.Arrival.Nobody(var why) -> new Outcome.Refused(why);
            case Arrivals.Arrival.Known(var agent)
            when bound != null && !errand.invited() -> {
                welcome.note(agent, "bound to provider %d".formatted(provider.id()), origin);
                yield new Outcome.Bound();
            }
            case Arrivals.Arrival.Known(var agent) -> {
                welcome.note(agent, "sign-in by provider %d".formatted(provider.id()), origin);
                yield new Outcome.In(welcome.in(agent, provider, said, origin), errand.onward());
            }
        };
    }
}
