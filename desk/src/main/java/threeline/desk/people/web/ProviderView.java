package threeline.desk.people.web;

import org.jspecify.annotations.Nullable;
import threeline.desk.people.provider.NewProvider;
import threeline.desk.people.provider.Provider;
import threeline.desk.people.provider.ProviderTrial;

/**
 * One provider.
 *
 * @param back what has to be registered there
 * @param signedOut the same, for leaving
 * @param result what came of trying it just now
 */
public record ProviderView(Provider provider, String back, String signedOut, ProviderTrial.@Nullable Result result) {

    public String roles() {
        return NewProvider.words(provider.rules().roles());
    }
}
