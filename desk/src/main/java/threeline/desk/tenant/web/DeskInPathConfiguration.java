package threeline.desk.tenant.web;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import threeline.desk.tenant.Budgets;
import threeline.desk.tenant.Site;
import threeline.desk.tenant.Tenants;

/** Puts the desk's path before everything that asks who somebody is. */
@Configuration(proxyBeanMethods = false)
class DeskInPathConfiguration {

    private static final int BEFORE_SECURITY = -200;

    @Bean
    FilterRegistrationBean<KnownHosts> knownHosts(Site site, @Value("${threeline.hosts:}") List<String> others) {
        var filter = new FilterRegistrationBean<>(new KnownHosts(site, others));
        filter.setOrder(BEFORE_SECURITY - 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<DeskInPath> deskInPath(Tenants tenants, Budgets budgets) {
        var filter = new FilterRegistrationBean<>(new DeskInPath(tenants, budgets));
        filter.setOrder(BEFORE_SECURITY);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return filter;
    }
}
