package threeline.desk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import threeline.desk.contract.Charters;
import threeline.desk.people.Agents;
import threeline.desk.people.PasswordHash;
import threeline.desk.people.access.Passwords;
import threeline.desk.tenant.Tenants;
import threeline.desk.web.Invitation;

/** Fills an empty house with five desks, and tells who may sign in. */
@Component
@Profile("demo")
class Demo implements ApplicationRunner, Invitation.Teller {

    private static final String PASSWORD = "three lines";
    private static final List<String> DESKS =
            List.of("procurement", "library", "managed-it", "web-hosting", "global-desk");

    private final Tenants tenants;
    private final Charters charters;
    private final Agents agents;
    private final Supplier<PasswordHash> password;
    private final Stage stage;
    private final InstantSource time;
    private final TransactionTemplate transactions;
    private final Path home;
    private final List<Play> plays = DESKS.stream().map(PlayReader::read).toList();

    Demo(
            Tenants tenants,
            Charters charters,
            Agents agents,
            Passwords passwords,
            Stage stage,
            InstantSource time,
            PlatformTransactionManager transactions,
            @Value("${threeline.home:.}") Path home) {
        this.tenants = tenants;
        this.charters = charters;
        this.agents = agents;
        this.password = SingletonSupplier.of(() -> passwords.hash(PASSWORD)); // dear on purpose, so only once
        this.stage = stage;
        this.time = time;
        this.transactions = new TransactionTemplate(transactions);
        this.home = home;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var play : plays) {
            var tenant = tenants.find(play.slug()).orElseGet(() -> tenants.add(play.slug(), play.desk()));
            tenant.run(() -> transactions.executeWithoutResult(_ -> raise(play)));
        }
    }

    /** A desk comes whole or not at all. */
    private void raise(Play play) {
        if (agents.all().isEmpty()) {
            charters.putInForce(charter(play.slug()), "demo", "The desk opens");
            stage.play(play, Objects.requireNonNull(password.get()), time.instant());
        }
    }

    private String charter(String slug) {
        try {
            return Files.readString(home.resolve("charters").resolve(slug + ".yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException("the demo needs the charters of " + home.toAbsolutePath(), missing);
        }
    }

    /** Once all answers: where to go, and who to be. */
    @EventListener
    void tell(ApplicationReadyEvent ready) {
        var port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080");
        System.out.printf(
                "%nThreeline is ready. Go to http://localhost:%s/ and sign in, password \"%s\":%n", port, PASSWORD);
        for (var play : plays) {
            System.out.printf(
                    "  http://localhost:%s/%-14s %s%n",
                    port,
                    play.slug() + "/",
                    play.agents().stream().map(Play.Member::email).collect(Collectors.joining(", ")));
        }
        System.out.println();
    }

    @Override
    public List<Invitation> all() {
        return plays.stream().map(Demo::invitation).toList();
    }

    private static Invitation invitation(Play play) {
        var guests = play.agents().stream()
                .map(it -> new Invitation.Guest(
                        it.name(), it.role().name().toLowerCase(Locale.ROOT), it.email(), PASSWORD))
                .toList();
        return new Invitation(play.slug(), play.desk(), play.about(), guests);
    }
}
