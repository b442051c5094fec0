package threeline.promises;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What this library may lean on: Java and itself. */
class ArchitectureTest {

    static final String HOLIDAY_LIBRARY = "de.focus_shift..";
    static final String YAML_LIBRARY = "org.snakeyaml..";

    static final JavaClasses PROMISES = new ClassFileImporter().importPath("target/classes/threeline/promises");

    static final ArchRule only_java_and_itself = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "org.jspecify..", "threeline.promises..", HOLIDAY_LIBRARY, YAML_LIBRARY));

    static final ArchRule holidays_in_one_class = classes()
            .that()
            .haveNameNotMatching(".*\\.HolidaySource(\\$.*)?")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackages(HOLIDAY_LIBRARY));

    static final ArchRule yaml_in_one_class = classes()
            .that()
            .haveNameNotMatching(".*\\.Composer(\\$.*)?")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackages(YAML_LIBRARY));

    static final ArchRule no_circles =
            slices().matching("threeline.promises.(*)..").should().beFreeOfCycles();

    static final ArchRule the_engine_knows_no_file = noClasses()
            .that()
            .resideInAnyPackage("..calendar..", "..sla..", "..clock..", "..keeping..")
            .and()
            .doNotHaveSimpleName("KeptHolidays") // reads its tables
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..source..", "java.io..", "java.nio..");

    static final List<ArchRule> nobody_asks_the_wall_clock =
            List.of(Instant.class, LocalDate.class, LocalDateTime.class, LocalTime.class, ZonedDateTime.class).stream()
                    .map(it -> (ArchRule) noClasses().should(callMethod(it, "now")))
                    .toList();

    static final ArchRule nobody_reads_the_system_clock = noClasses()
            .should(callMethod(Clock.class, "systemUTC"))
            .orShould(callMethod(System.class, "currentTimeMillis"))
            .orShould(callMethod(ZoneId.class, "systemDefault"));

    @Test
    void it_leans_on_java_and_itself_only() {
        only_java_and_itself.check(PROMISES);
        holidays_in_one_class.check(PROMISES);
        yaml_in_one_class.check(PROMISES);
    }

    @Test
    void its_packages_form_no_circles() {
        no_circles.check(PROMISES);
    }

    @Test
    void the_engine_is_pure() {
        the_engine_knows_no_file.check(PROMISES);
        nobody_asks_the_wall_clock.forEach(it -> it.check(PROMISES));
        nobody_reads_the_system_clock.check(PROMISES);
    }

    /** A rule that never bit may be a rule that can't. */
    @Test
    void the_rules_bite() {
        var culprit = new ClassFileImporter().importClasses(Culprit.class);
        nobody_asks_the_wall_clock.stream()
                .limit(1)
                .forEach(it -> assertThatThrownBy(() -> it.check(culprit)).isInstanceOf(AssertionError.class));
        assertThatThrownBy(() -> only_java_and_itself.check(culprit)).isInstanceOf(AssertionError.class);
    }

    static final class Culprit {
        final Instant now = Instant.now();
        final JavaClasses stranger = PROMISES;
    }
}
