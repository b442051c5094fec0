package threeline.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Every rule bites in the bad house. */
class RulesBiteTest {

    static final JavaClasses BAD = new ClassFileImporter().importPackages("threeline.badhouse");

    @Test
    void undeclared_neighbours() {
        var modules = ApplicationModules.of("threeline.badhouse.desk", ImportOption.Predefined.ONLY_INCLUDE_TESTS);
        assertThatThrownBy(modules::verify).isInstanceOf(Violations.class).hasMessageContaining("Cycle");
    }

    @Test
    void circles() {
        bites(HouseRules.no_circles_between_packages, "Cycle detected");
    }

    @Test
    void the_wall_clock() {
        bites(HouseRules.nobody_asks_the_wall_clock, "Instant.now()");
    }

    @Test
    void the_schema_of_another_module() {
        bites(HouseRules.a_module_reads_only_its_own_schema, "db.tenant");
    }

    @Test
    void names_without_a_subject() {
        bites(HouseRules.names_have_a_subject, "PostHelper");
    }

    @Test
    void serialised_objects() {
        bites(HouseRules.nothing_is_read_from_serialised_objects, "ObjectInputStream");
    }

    static void bites(ArchRule rule, String complaint) {
        assertThatThrownBy(() -> rule.check(BAD))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(complaint);
    }
}
