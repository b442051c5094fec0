package threeline.desk.people.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import threeline.desk.people.Role;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;

/** A provider to be, as somebody wrote it down, and found to be one; an empty secret keeps the one that is there. */
public record NewProvider(
        String name, String issuer, String client, @Nullable String secret, Provider.Rules rules) {

    private static final int LONGEST = 500;
    private static final int MOST_GROUPS = 100;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public NewProvider {
        name = checked("name", name, "Give it a name, such as \"Example ID\": it stands on the button.");
        issuer = checkedIssuer(issuer.strip());
        client = checked("client", client, "Write the client's id, as the provider gave it.");
        secret = secret == null || secret.isBlank() ? null : secret.strip();
        rules = rules.from(
                rules.groupsClaim().isBlank()
                        ? "groups"
                        : checked("groupsClaim", rules.groupsClaim(), "It is too long."));
    }

    @Override
    public String toString() {
        return "NewProvider[%s, %s]".formatted(name, issuer);
    }

    /** {@code desk-admins = admin}, one a line. */
    public static List<Provider.GroupRole> roles(String text) {
        var lines = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (lines.size() > MOST_GROUPS) {
            throw invalid("roles", "These are more than %d groups.".formatted(MOST_GROUPS));
        }
        return lines.stream().map(NewProvider::groupRole).toList();
    }

    /** The same the other way around. */
    public static String words(List<Provider.GroupRole> roles) {
        return String.join(
                "\n",
                roles.stream()
                        .map(it -> "%s = %s"
                                .formatted(it.claimed(), it.role().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static Provider.GroupRole groupRole(String line) {
        var at = line.lastIndexOf('=');
        var group = at < 0 ? "" : line.substring(0, at).strip();
        var role = line.substring(at + 1).strip().toUpperCase(Locale.ROOT);
        for (var it : Role.values()) {
            if (!group.isEmpty() && it.name().equals(role)) {
                return new Provider.GroupRole(group, it);
            }
        }
        throw invalid(
                "roles", "\"%s\" is not \"group = role\", with agent, manager, admin or auditor.".formatted(line));
    }

    private static String checked(String field, String text, String what) {
        var plain = text.strip();
        if (plain.isEmpty() || plain.length() > LONGEST || plain.chars().anyMatch(Character::isISOControl)) {
            throw invalid(field, what);
        }
        return plain;
    }

    /** Compared letter by letter with what its tokens say, so nothing of it is tidied. */
    private static String checkedIssuer(String text) {
        try {
            var uri = new URI(text);
            var secure = "https".equals(uri.getScheme());
            var here = "http".equals(uri.getScheme()) && HERE.contains(String.valueOf(uri.getHost()));
            if (text.length() <= LONGEST
                    && (secure || here)
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return text;
            }
        } catch (URISyntaxException unreadable) {
            // said below
        }
        throw invalid("issuer", "Write the issuer as the provider does, such as https://id.example.org.");
    }

    private static ProblemException invalid(String field, String what) {
        return new ProblemException(new Problem.Invalid(new Problem.Fault(field, what)));
    }
}
