package threeline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import threeline.desk.Desk;

/**
 * The whole desk on a database of its own, HTTP on a free port, {@link HandTurnedTime} for its time. All such tests share
 * one running desk, as its tenants do: make a tenant of your own ({@code tenants.add("some-slug", …)}) and nobody
 * meets anybody. Time too is shared: set it where it matters.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Desk.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OnAFreshDatabase.class)
@Import(HandTurned.class)
public @interface DeskTest {}
