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
import threeline.desk.contract.Charters;
import threeline.desk.database.Trouble;
import threeline.desk.people.Agents;
import threeline.desk.people.NewAgent;
import threeline.desk.people.Role;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenants;
import threeline.promises.charter.CharterFile;
import threeline.promises.source.Source;

/** {@code bin/threeline add-desk}: a tenant from a charter, named after its file, and the first person to run it. */
@Component
@Profile("add-desk")
class AddDesk implements ApplicationRunner {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final Tenants tenants;
    private final Charters charters;
    private final Agents agents;
    private final Passwords passwords;

    AddDesk(Tenants tenants, Charters charters, Agents agents, Passwords passwords) {
        this.tenants = tenants;
        this.charters = charters;
        this.agents = agents;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var file = Path.of(only(arguments, "charter"));
        var admin = only(arguments, "admin");
        var slug = slugOf(file);
        if (tenants.find(slug).isPresent()) {
            throw new Trouble("there is a desk named %s already".formatted(slug));
        }
        var password = randomPassword();
        add(
                slug,
                Files.readString(file),
                new NewAgent(nameOf(admin), admin, Role.ADMIN, Set.of(), passwords.hash(password)));
        System.out.printf(
                "The desk %s is there. Sign in at http://localhost:8080/%s (or wherever it is served)%n    as: %s%n    password: %s%n",
                slug, slug, admin, password);
    }

    private void add(String slug, String text, NewAgent admin) {
        var reading = CharterFile.read(new Source(slug + ".yaml", text));
        var charter = reading.charter();
        if (charter == null) {
            throw new Trouble(reading.findings().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        tenants.add(slug, charter.desk().name()).run(() -> {
            charters.putInForce(text, admin.email(), "The desk is new");
            agents.add(admin);
        });
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
