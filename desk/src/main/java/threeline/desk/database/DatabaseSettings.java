package threeline.desk.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import threeline.desk.database.Database.Login;

/** Which database: one named by {@code threeline.database.*}, or else our own in {@code threeline.folder}. */
record DatabaseSettings(Path folder, @Nullable Database given) {

    private static final String JOIN = "threeline.database.join";

    static DatabaseSettings from(Environment environment) {
        var folder = Path.of(environment.getRequiredProperty("threeline.folder"));
        var url = environment.getProperty("threeline.database.url", "");
        return new DatabaseSettings(folder, url.isBlank() ? running(folder, environment) : given(url, environment));
    }

    /** A command beside a running desk works in that desk's database. */
    private static @Nullable Database running(Path folder, Environment environment) {
        return environment.getProperty(JOIN, Boolean.class, false)
                ? PostgresServer.runningIn(folder).orElse(null)
                : null;
    }

    private static Database given(String url, Environment environment) {
        return new Database(url, login("owner", environment), login("app", environment));
    }

    private static Login login(String who, Environment environment) {
        return new Login(
                needed("threeline.database.%s.role".formatted(who), environment),
                environment.getProperty("threeline.database.%s.password".formatted(who), ""));
    }

    private static String needed(String key, Environment environment) {
        var value = environment.getProperty(key);
        if (value == null) {
            throw new Trouble("threeline.database.url is given, but %s is not".formatted(key));
        }
        return value;
    }
}
