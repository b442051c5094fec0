package threeline.desk.people.provider;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import threeline.desk.audit.Line;
import threeline.desk.audit.Trail;
import threeline.desk.people.access.Elsewhere;
import threeline.desk.people.access.Secret;

/** Whoever leaves the desk may leave the provider too; and who left the provider is out here. */
@Component
public class ProviderExit {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderExit.class);
    private static final int LONGEST_TOKEN = 16_384;

    private final Providers providers;
    private final Directory directory;
    private final LogoutTokens tokens;
    private final Elsewhere elsewhere;
    private final Trail trail;
    private final Leavings leavings;
    private final TransactionTemplate transactions;

    ProviderExit(
            Providers providers,
            Directory directory,
            LogoutTokens tokens,
            Elsewhere elsewhere,
            Trail trail,
            Leavings leavings,
            TransactionTemplate transactions) {
        this.providers = providers;
        this.directory = directory;
        this.tokens = tokens;
        this.elsewhere = elsewhere;
        this.trail = trail;
        this.leavings = leavings;
        this.transactions = transactions;
    }

    /** Where somebody signs out who came from there, and what that is called. */
    public record Onward(String name, String address) {}

    /** Where to sign out besides, for this session that ends; nowhere, if it began here or the provider has no such place. */
    public Optional<Onward> onward(Secret session, LongFunction<String> back, Secret visit) {
        return elsewhere
                .of(session)
                .flatMap(there -> providers
                        .findOpen(there.provider())
                        .filter(it -> it.issuer().equals(there.issuer()))
                        .flatMap(it ->
                                address(it, there, back.apply(it.id()), visit).map(to -> new Onward(it.name(), to))));
    }

    private Optional<String> address(Provider provider, Elsewhere.There there, String back, Secret visit) {
        try {
            var end = directory.of(provider.issuer()).at().end();
            if (end == null) {
                return Optional.empty();
            }
            var fields = new LinkedHashMap<String, String>();
            fields.put("id_token_hint", there.token());
            fields.put("client_id", provider.client());
            fields.put("post_logout_redirect_uri", back);
            fields.put("state", state(provider.id(), visit));
            return Optional.of(Exchange.with(end, fields));
        } catch (IOException unreachable) {
            LOG.warn("the provider {} can't be asked: {}", provider.issuer(), unreachable.getMessage());
            return Optional.empty();
        }
    }

    /** Follows from what only the browser has that left, so that none of it has to be kept. */
    public static String state(long provider, Secret visit) {
        return visit.derived("signed out at " + provider);
    }

    /** A provider tells that somebody left it: what began there ends here. False if it is not to be believed. */
    public boolean hear(long id, String token) {
        var provider = providers.findOpen(id);
        if (provider.isEmpty() || token.length() > LONGEST_TOKEN) {
            return false;
        }
        try {
            var left = tokens.read(
                    token, provider.get(), directory.of(provider.get().issuer()));
            return Boolean.TRUE.equals(transactions.execute(_ -> end(provider.get(), left)));
        } catch (IOException | IdTokens.Unbelievable refused) {
            LOG.info("{} is not believed that somebody left: {}", provider.get().issuer(), refused.getMessage());
            return false;
        }
    }

    private boolean end(Provider provider, LogoutTokens.Left left) {
        if (!leavings.isNews(provider.issuer(), left.token())) {
            return false;
        }
        for (var agent : elsewhere.end(provider.issuer(), left.subject(), left.sid())) {
            var what = "signed out at provider %d".formatted(provider.id());
            trail.add(new Line(Line.What.DONE, "agent " + agent.value(), what, ""));
        }
        return true;
    }
}
