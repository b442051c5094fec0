package threeline.desk.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Begins the transaction of a page that is read at once, and ends it when the page is written. */
@Component
class ReadingAtOnce implements WebMvcConfigurer, HandlerInterceptor {

    /** After those who find out how far whoever asks may see, which a transaction is told as it begins. */
    private static final int LAST = 1000;

    private static final String STATUS = ReadingAtOnce.class.getName();

    private final ObjectProvider<PlatformTransactionManager> manager;

    ReadingAtOnce(ObjectProvider<PlatformTransactionManager> manager) {
        this.manager = manager;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(LAST);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(ReadAtOnce.class)
                && request.getDispatcherType() == DispatcherType.REQUEST) {
            var reading = new DefaultTransactionDefinition();
            reading.setReadOnly(true);
            request.setAttribute(STATUS, manager.getObject().getTransaction(reading));
        }
        return true;
    }

    /** There is nothing to keep, whatever became of the page. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (request.getAttribute(STATUS) instanceof TransactionStatus status) {
            request.removeAttribute(STATUS);
            manager.getObject().rollback(status);
        }
    }
}
