package org.chengshu.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house: who may see whom, what is closed, what stays pure. Every rule also proves that it looked at something. */
class HouseTest {
    private static final String ROOT = "org.chengshu.";
    private static final Set<String> CELLAR = Set.of("kernel", "wire", "formula", "flow");
    private static final Set<String> NOT_SHIPPED = Set.of("bench", "e2e");
    private static final Set<String> OPEN_BY_NAMED_PACKAGE = Set.of("core", "kernel");
    private static final int MOST_TYPES_OF_A_PACKAGE = 24;
    private static final Pattern DOMAIN_WORD =
            Pattern.compile("(?i)(device|reading|dataset|alarm|case|indicator|application|licence)s?");

    private static JavaClasses house;

    @BeforeAll
    static void walkTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("org.chengshu");
        assertThat(modulesSeen())
                .containsAll(Edges.ALLOWED.keySet().stream()
                        .filter(module -> !NOT_SHIPPED.contains(module))
                        .toList());
    }

    @Test
    void everyArrowIsInTheTable() {
        Set<String> wrong = new TreeSet<>();
        int looked = 0;
        for (Dependency arrow : arrowsBetweenModules()) {
            looked++;
            String from = moduleOf(arrow.getOriginClass());
            String to = moduleOf(arrow.getTargetClass());
            if (!Edges.ALLOWED.get(from).contains(to)) {
                wrong.add(from + " must not see " + to + ": " + arrow.getDescription());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(looked).isPositive();
    }

    @Test
    void whatIsInsideAModuleIsClosedToTheOthers() {
        Set<String> wrong = new TreeSet<>();
        int looked = 0;
        for (Dependency arrow : arrowsBetweenModules()) {
            looked++;
            if (!isOpen(arrow.getTargetClass())) {
                wrong.add(arrow.getDescription());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(looked).isPositive();
    }

    @Test
    void noPackagesRunInACircle() {
        SlicesRuleDefinition.slices()
                .matching("org.chengshu.(**)")
                .should()
                .beFreeOfCycles()
                .check(house);
    }

    @Test
    void theCellarIsPure() {
        Map<String, Set<String>> libraries = Map.of(
                "kernel", Set.of(),
                "flow", Set.of(),
                "wire", Set.of("tools.jackson."),
                "formula", Set.of("dev.cel.", "com.google.common.", "com.google.protobuf."));
        Set<String> forbidden = Set.of("java.io.File", "java.nio.file.", "java.net.", "java.sql.", "java.time.Clock");
        Set<String> wrong = new TreeSet<>();
        List<Dependency> arrows = house.stream()
                .filter(type -> CELLAR.contains(moduleOf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .toList();
        for (Dependency arrow : arrows) {
            String target = arrow.getTargetClass().getBaseComponentType().getName();
            boolean java = target.startsWith("java.") && forbidden.stream().noneMatch(target::startsWith);
            boolean ours = target.startsWith(ROOT);
            boolean named =
                    libraries.get(moduleOf(arrow.getOriginClass())).stream().anyMatch(target::startsWith);
            if (!java && !ours && !named && target.contains(".")) {
                wrong.add(arrow.getDescription());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(arrows).isNotEmpty();
    }

    @Test
    void nobodyThrowsABareRuntimeException() {
        Set<String> wrong = house.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(RuntimeException.class))
                .filter(call -> !call.getOrigin().isConstructor())
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
        assertThat(house).isNotEmpty();
    }

    @Test
    void theGroundFloorKnowsNoWordsOfADomain() {
        List<JavaClass> core = house.stream()
                .filter(type -> moduleOf(type).equals("core"))
                .filter(type -> !type.isAnonymousClass())
                .toList();
        Set<String> wrong = core.stream()
                .filter(type -> words(type).stream()
                        .anyMatch(word -> DOMAIN_WORD.matcher(word).matches()))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
        assertThat(core).isNotEmpty();
    }

    @Test
    void nobodyReadsTheClockBehindTheCitysBack() {
        Set<String> wrong = house.stream()
                .filter(type -> !Set.of("demo", "app").contains(moduleOf(type)))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().isEmpty())
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    @Test
    void packagesStaySmallEnoughToBeReadInOneGo() {
        Map<String, Long> sizes = house.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(sizes).isNotEmpty();
        assertThat(sizes.entrySet().stream()
                        .filter(entry -> !entry.getKey().matches("org\\.chengshu\\.[a-z]+"))
                        .filter(entry -> entry.getValue() > MOST_TYPES_OF_A_PACKAGE)
                        .toList())
                .isEmpty();
    }

    @Test
    void atMostHalfOfTheTypesInsideAModuleArePublic() {
        List<JavaClass> inside = house.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !isOpen(type))
                .toList();
        long open = inside.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(inside).isNotEmpty();
        assertThat(open * 2).isLessThanOrEqualTo(inside.size());
    }

    private static List<Dependency> arrowsBetweenModules() {
        return house.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(arrow ->
                        arrow.getTargetClass().getBaseComponentType().getName().startsWith(ROOT))
                .filter(arrow -> !moduleOf(arrow.getOriginClass()).equals(moduleOf(arrow.getTargetClass())))
                .toList();
    }

    private static boolean isOpen(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        String module = moduleOf(type);
        if (OPEN_BY_NAMED_PACKAGE.contains(module)) {
            return !name.contains(".internal");
        }
        return name.equals(ROOT + module);
    }

    private static Set<String> modulesSeen() {
        return house.stream().map(HouseTest::moduleOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String moduleOf(JavaClass type) {
        String rest = type.getBaseComponentType().getName().substring(ROOT.length());
        return rest.substring(0, rest.indexOf('.'));
    }

    private static List<String> words(JavaClass type) {
        String name = type.getName().substring(ROOT.length());
        Matcher matcher = Pattern.compile("[A-Z]?[a-z0-9]+").matcher(name);
        return matcher.results().map(result -> result.group()).toList();
    }
}
