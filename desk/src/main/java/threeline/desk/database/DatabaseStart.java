package threeline.desk.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the database while the rest of the desk is still being put together, and stops it after all of it. */
public final class DatabaseStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = DatabaseSettings.from(context.getEnvironment());
        context.getBeanFactory().registerSingleton("databaseStarting", new Starting(started(settings)));
    }

    private static CompletableFuture<Database> started(DatabaseSettings settings) {
        var given = settings.given();
        if (given != null) {
            return CompletableFuture.completedFuture(given);
        }
        var server =
                CompletableFuture.supplyAsync(() -> PostgresServer.start(settings.folder()), DatabaseStart::thread);
        SpringApplication.getShutdownHandlers().add(() -> close(server));
        return server.thenApplyAsync(Roles::madeIn, DatabaseStart::thread);
    }

    private static void thread(Runnable work) {
        Thread.ofPlatform().name("database-start").start(work);
    }

    private static void close(CompletableFuture<PostgresServer> server) {
        server.exceptionally(_ -> null)
                .thenAccept(it -> {
                    if (it != null) {
                        it.close();
                    }
                })
                .join();
    }

    /** A database on its way. */
    record Starting(CompletableFuture<Database> future) {

        Database await() {
            try {
                return future.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof Trouble trouble ? trouble : e;
            }
        }
    }
}
