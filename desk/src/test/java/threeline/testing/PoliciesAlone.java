package threeline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jooq.VisitListener;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A desk whose own statements tell no tenant from another, so that the database's policies alone do. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(PoliciesAlone.NoFilter.class)
public @interface PoliciesAlone {

    /** Statements go to the database as they are written. */
    @TestConfiguration(proxyBeanMethods = false)
    class NoFilter {

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        DefaultConfigurationCustomizer statementsAreNotFiltered() {
            return jooq -> jooq.set(new VisitListener[0]);
        }
    }
}
