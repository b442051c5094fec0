package threeline.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What ArchUnit watches. The name of a rule is its documentation. */
final class HouseRules {

    static final ArchRule no_circles_between_packages =
            slices().matching("threeline..desk.(**)").should().beFreeOfCycles();

    static final ArchRule nobody_asks_the_wall_clock = noClasses()
            .that()
            .doNotHaveSimpleName("TimeConfiguration")
            .should()
            .callMethodWhere(describe("asks the wall clock", HouseRules::asksTheWallClock));

    static final ArchRule a_module_reads_only_its_own_schema = noClasses().should(readTheSchemaOfAnotherModule());

    static final ArchRule names_have_a_subject = noClasses().should().haveNameMatching(".*(Utils?|Helper|Impl|Dto)");

    static final ArchRule nothing_is_read_from_serialised_objects =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    private static final Pattern MODULE = Pattern.compile("threeline\\.(?:badhouse\\.)?desk\\.(\\w+).*");
    private static final Pattern SCHEMA = Pattern.compile("threeline\\.desk\\.db\\.(\\w+)\\..*");
    private static final Set<String> READS_ALL = Set.of("report");

    private HouseRules() {}

    /** Our own classes; what jOOQ generated keeps its own manners. */
    static JavaClasses ours() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/desk/db/"))
                .importPackages("threeline.desk");
    }

    private static boolean asksTheWallClock(JavaCall<?> call) {
        var owner = call.getTargetOwner().getName();
        var name = call.getTarget().getName();
        var arguments = call.getTarget().getRawParameterTypes();
        return owner.startsWith("java.time.")
                        && name.equals("now")
                        && arguments.stream().noneMatch(it -> it.isEquivalentTo(java.time.Clock.class))
                || owner.equals("java.time.Clock") && name.startsWith("system")
                || owner.equals("java.time.InstantSource") && name.equals("system")
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date") && name.equals("<init>") && arguments.isEmpty();
    }

    private static ArchCondition<JavaClass> readTheSchemaOfAnotherModule() {
        return new ArchCondition<>("read the schema of another module") {
            @Override
            public void check(JavaClass reader, ConditionEvents events) {
                var module = first(MODULE, reader.getName());
                if (module.isPresent() && !READS_ALL.contains(module.get())) {
                    reader.getDirectDependenciesFromSelf().stream()
                            .filter(it -> isOfAnother(module.get(), it))
                            .forEach(it -> events.add(SimpleConditionEvent.satisfied(reader, it.getDescription())));
                }
            }
        };
    }

    private static boolean isOfAnother(String module, Dependency dependency) {
        return first(SCHEMA, dependency.getTargetClass().getName())
                .filter(schema -> !schema.equals(module))
                .isPresent();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
