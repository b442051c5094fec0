package threeline.desk.people.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The right that a request needs, on its handler. A handler names this, or why it asks for none ({@link threeline.desk.web.Unasked}), or is refused. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface May {

    Action value();

    /** Whether it is done to nothing but what is one's own. */
    boolean own() default false;
}
