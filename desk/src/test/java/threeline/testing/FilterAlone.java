package threeline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import threeline.desk.database.Database;

/** A desk whose database tells no tenant from another, so that our own statements alone do. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(FilterAlone.OpenPolicies.class)
public @interface FilterAlone {

    /** Every policy that asks for the tenant asks for nothing; how far somebody of the desk sees is as it was. */
    @TestConfiguration(proxyBeanMethods = false)
    class OpenPolicies {

        @Bean
        InitializingBean policiesAreOpen(Database database) {
            return () -> opened(database);
        }

        private static void opened(Database database) throws SQLException {
            try (var owner = TestPostgres.as(database.owner(), database).getConnection();
                    var statement = owner.createStatement()) {
                statement.execute("""
                        do $$
                        declare
                            walled regclass;
                        begin
                            for walled in select polrelid::regclass from pg_policy where polname = 'wall' loop
                                execute format('alter policy wall on %s using (true) with check (true)', walled);
                            end loop;
                        end $$""");
            }
        }
    }
}
