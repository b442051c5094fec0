package threeline.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import threeline.desk.database.Trouble;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;

/** {@code bin/threeline add-desk}: a tenant from a charter, named after its file, and the first person to run it. */
@Component
@Profile("add-desk")
class AddDesk implements ApplicationRunner {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final NewDesk desks;
    private final Passwords passwords;

    AddDesk(NewDesk desks, Passwords passwords) {
        this.desks = desks;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var file = Path.of(only(arguments, "charter"));
        var admin = only(arguments, "admin");
        var slug = slugOf(file);
        var password = randomPassword();
        desks.add(
                slug,
                Files.readString(file),
                new NewAgent(nameOf(admin), admin, Role.ADMIN, Set.of(), passwords.hash(password)));
        System.out.printf(
                "The desk %s is there. Sign in at http://localhost:8080/%s (or wherever it is served)%n    as: %s%n    password: %s%n",
                slug, slug, admin, password);
    }

    private static String only(ApplicationArguments arguments, String option) {
        var values = arguments.getOptionValues(option);
        if (values == null || values.size() != 1) {
            throw new Trouble("add-desk needs --%s=... once".formatted(option));
        }
        return values.getFirst();
    }

    private static String slugOf(Path file) {
        var slug =
                String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "").toLowerCase(Locale.ROOT);
        if (!slug.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new Trouble("a desk is named after its charter's file, in letters, digits and hyphens; %s won't do"
                    .formatted(slug));
        }
        return slug;
    }

    private static String nameOf(String email) {
        return email.replaceFirst("@.*", "");
    }

    private static String randomPassword() {
        var random = new SecureRandom();
        return random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(it -> LETTERS.substring(it, it + 1))
                .collect(Collectors.joining());
    }
}
