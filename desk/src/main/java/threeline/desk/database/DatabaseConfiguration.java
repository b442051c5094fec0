package threeline.desk.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Two doors to one database: the owner's for migrations only, the application's for everything else. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Database database(ObjectProvider<DatabaseStart.Starting> starting, Environment environment) {
        var ours = starting.getIfAvailable();
        var database = ours == null ? givenIn(environment) : ours.await();
        Roles.check(database);
        return database;
    }

    private static Database givenIn(Environment environment) {
        var given = DatabaseSettings.from(environment).given();
        if (given == null) {
            throw new Trouble("threeline.database.url is not given");
        }
        return given;
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(Database database) {
        var owner = new PGSimpleDataSource();
        owner.setURL(database.url());
        owner.setUser(database.owner().role());
        owner.setPassword(database.owner().password());
        return owner;
    }

    @Bean
    FlywayConfigurationCustomizer migrationsKnowTheApplicationRole(Database database) {
        return flyway -> {
            var placeholders = new java.util.HashMap<>(flyway.getPlaceholders());
            placeholders.put("app", database.app().role());
            flyway.placeholders(placeholders);
            flyway.outOfOrder(true); // each module counts its own migrations
        };
    }

    /** What jOOQ would log of each statement costs time even where nobody asks for the log. */
    @Bean
    DefaultConfigurationCustomizer statementsAreNotLogged() {
        return jooq -> jooq.settings().withExecuteLogging(false);
    }

    /** A dozen connections: beyond that, two cores and one disk only make them wait for each other. */
    @Bean
    HikariDataSource dataSource(Database database, @Value("${threeline.database.connections:12}") int connections) {
        var pool = new HikariConfig();
        pool.setPoolName("app");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.app().role());
        pool.setPassword(database.app().password());
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "threeline");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("prepareThreshold", "2");
        pool.addDataSourceProperty("preparedStatementCacheQueries", "512");
        pool.addDataSourceProperty("preparedStatementCacheSizeMiB", "4");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("socketTimeout", "60");
        return new HikariDataSource(pool);
    }
}
