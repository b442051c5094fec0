package threeline.desk.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page that is read within one transaction, its frame and all that its template asks for too: so its parts fit together,
 * and the database is asked half as often. For pages that change nothing and are looked at all day.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadAtOnce {}
