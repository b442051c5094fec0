package threeline.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import threeline.desk.Desk;

/** The whole desk keeps the rules of the house. */
class ArchitectureTest {

    static final JavaClasses OURS = HouseRules.ours();

    @Test
    void modules_use_only_declared_neighbours() {
        var modules = ApplicationModules.of(Desk.class).verify();
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml();
    }

    @Test
    void no_circles_between_packages() {
        HouseRules.no_circles_between_packages.check(OURS);
    }

    @Test
    void nobody_asks_the_wall_clock() {
        HouseRules.nobody_asks_the_wall_clock.check(OURS);
    }

    @Test
    void a_module_reads_only_its_own_schema() {
        HouseRules.a_module_reads_only_its_own_schema.check(OURS);
    }

    @Test
    void names_have_a_subject() {
        HouseRules.names_have_a_subject.check(OURS);
    }

    @Test
    void nothing_is_read_from_serialised_objects() {
        HouseRules.nothing_is_read_from_serialised_objects.check(OURS);
    }
}
