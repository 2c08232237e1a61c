package io.contractcheck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The constitution: a package uses only those listed above it. */
class FloorsTest {
    private static final String ROOT = "io.contractcheck";
    private static final List<String> FLOORS = List.of(
            "json",
            "regex",
            "http",
            "service",
            "trace",
            "schema",
            "openapi",
            "link",
            "generate",
            "testcase",
            "auth",
            "check",
            "event",
            "learn",
            "hook",
            "internal.phase",
            "internal.report",
            "internal.doubt",
            "internal.engine",
            "");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static String name(String floor) {
        return floor.isEmpty() ? ROOT : ROOT + "." + floor;
    }

    /** A floor with the packages inside it; the root is its own classes only. */
    private static String pattern(String floor) {
        return floor.isEmpty() ? ROOT : name(floor) + "..";
    }

    private static ArchRule onlyLowerFloors(int floor) {
        String[] higher = FLOORS.subList(floor + 1, FLOORS.size()).stream()
                .map(FloorsTest::pattern)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(pattern(FLOORS.get(floor)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(higher);
    }

    @TestFactory
    Stream<DynamicTest> a_package_uses_only_packages_above_it_in_the_list() {
        return IntStream.range(0, FLOORS.size() - 1)
                .mapToObj(i -> DynamicTest.dynamicTest(
                        FLOORS.get(i), () -> onlyLowerFloors(i).check(CLASSES)));
    }

    @Test
    void every_package_is_a_floor_and_every_floor_is_inhabited() {
        Set<String> packages = CLASSES.stream()
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages)
                .allMatch(p -> FLOORS.stream()
                        .anyMatch(f -> p.equals(name(f)) || p.startsWith(name(f) + ".") && !f.isEmpty()));
        for (String floor : FLOORS) {
            assertThat(packages).anyMatch(p -> p.equals(name(floor)));
        }
    }

    @Test
    void the_rule_can_fail() {
        // events know checks: read upside down, the rule must object
        ArchRule upsideDown = noClasses()
                .that()
                .resideInAPackage(pattern("event"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(pattern("check"));
        assertThatThrownBy(() -> upsideDown.check(CLASSES)).isInstanceOf(AssertionError.class);
    }

    @Test
    void phases_never_see_transport_hooks_or_checks() {
        noClasses()
                .that(resideInAPackage(pattern("internal.phase")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(pattern("hook"), pattern("check"))
                        .or(DescribedPredicate.describe(
                                "transport", c -> c.getName().startsWith(ROOT + ".http.Transport"))))
                .check(CLASSES);
    }

    @Test
    void reports_and_engine_do_not_know_each_other() {
        noClasses()
                .that(resideInAPackage(pattern("internal.report")))
                .should()
                .dependOnClassesThat(resideInAPackage(pattern("internal.engine")))
                .check(CLASSES);
        noClasses()
                .that(resideInAPackage(pattern("internal.engine")))
                .should()
                .dependOnClassesThat(resideInAPackage(pattern("internal.report")))
                .check(CLASSES);
    }

    @Test
    void only_the_root_sees_internal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal..")
                .and()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".internal.."))
                .check(CLASSES);
    }

    @Test
    void core_knows_nothing_of_maven_databases_logging_or_service_files() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.apache.maven..", "java.sql..", "javax.sql..", "org.slf4j..", "java.util.logging..")
                        .or(DescribedPredicate.describe("ServiceLoader", c -> c.isEquivalentTo(ServiceLoader.class))))
                .check(CLASSES);
    }

    @Test
    void collections_keep_their_order() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "its order changes from one JVM to the next", (JavaMethodCall call) -> {
                            boolean map = call.getTargetOwner().isEquivalentTo(Map.class);
                            boolean set = call.getTargetOwner().isEquivalentTo(Set.class);
                            String method = call.getTarget().getName();
                            int parameters =
                                    call.getTarget().getRawParameterTypes().size();
                            return (map || set) && method.equals("copyOf")
                                    || set && method.equals("of") && parameters > 0
                                    || map && (method.equals("of") && parameters > 0 || method.equals("ofEntries"));
                        }))
                .check(CLASSES);
    }

    @Test
    void packages_are_null_marked() {
        Set<String> marked = CLASSES.stream()
                .filter(c -> c.getSimpleName().equals("package-info") && c.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(marked).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void classes_are_final_records_enums_or_interfaces_with_telling_names() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(CLASSES);
    }
}
