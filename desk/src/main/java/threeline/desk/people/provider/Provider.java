package threeline.desk.people.provider;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Role;

/** Who says elsewhere who somebody is. */
public record Provider(
        long id,
        String name,
        Client at,
        Rules rules,
        @Nullable Instant endedAt) {

    /** As what the desk is known there. */
    public record Client(String issuer, String id, boolean hasSecret) {}

    /**
     * Whom here it means.
     *
     * @param groupsClaim the claim that its groups stand in
     * @param joins whether somebody new gets an account by coming
     * @param provisioned whether its subjects are what a program that provisions people calls them
     * @param vouches whether who comes by it has taken both steps
     * @param roles what somebody is here who is in that group there: the first that fits; none: everybody is an agent
     */
    public record Rules(
            String groupsClaim, boolean joins, boolean provisioned, Vouches vouches, List<GroupRole> roles) {

        public Rules {
            roles = List.copyOf(roles);
        }

        /** The same, with groups in that claim. */
        Rules from(String claim) {
            return new Rules(claim, joins, provisioned, vouches, roles);
        }
    }

    /** Whether a second step that was taken there counts here. */
    public enum Vouches {
        NEVER("No: the one that was set up here is asked for besides"),
        SAID("Where its token says so (\"mfa\" in amr)"),
        ALWAYS("Always: it lets in nobody by one step");

        private final String words;

        Vouches(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether who comes with this has taken both steps. */
    boolean vouchesFor(Claims claims) {
        return switch (rules.vouches()) {
            case NEVER -> false;
            case SAID -> claims.bothSteps();
            case ALWAYS -> true;
        };
    }

    public String issuer() {
        return at.issuer();
    }

    String client() {
        return at.id();
    }

    /** What a group there makes of somebody here. */
    public record GroupRole(String claimed, Role role) {}

    /** What these groups make of somebody; nothing, if they are in none that counts here. */
    Optional<Role> role(Collection<String> groups) {
        if (rules.roles().isEmpty()) {
            return Optional.of(Role.AGENT);
        }
        return rules.roles().stream()
                .filter(it -> groups.contains(it.claimed()))
                .map(GroupRole::role)
                .findFirst();
    }
}
