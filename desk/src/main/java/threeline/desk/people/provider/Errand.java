package threeline.desk.people.provider;

import org.jspecify.annotations.Nullable;
import threeline.desk.people.AgentId;
import threeline.desk.people.access.Secret;

/**
 * Somebody on the way to a provider and back.
 *
 * @param browser what only the browser has that goes
 * @param bound who wants to be bound; nobody: somebody wants to come in
 * @param invited whether that one holds an invitation, and is not signed in yet
 * @param back where the provider sends them
 * @param onward where they wanted to go here
 */
public record Errand(
        long provider, Secret browser, @Nullable AgentId bound, boolean invited, String back, String onward) {}
