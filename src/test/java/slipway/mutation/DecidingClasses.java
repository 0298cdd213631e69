package slipway.mutation;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.event.Event;
import slipway.release.Chapter;

/**
 * The classes that decide, by a rule over packages: those in the root package of a capability, and in the packages of
 * the engine's edge, that know values only, neither Spring nor a database nor the engine. What merely tells (events,
 * chapters) is left out, and so is what holds threads: a mutant there shows in a race or not at all, so that its verdict
 * would be chance. Beside them the tests that need neither of these either, so that a mutant is judged in milliseconds.
 */
final class DecidingClasses {
    private static final String INSIDE = "slipway\\.([a-z]+|engine\\.[a-z]+)";
    private static final List<String> MACHINERY =
            List.of("org.springframework.", "org.camunda.", "java.sql.", "javax.sql.", "jakarta.");
    /** What starts programs, reads all code, or follows every way of all models. */
    private static final List<String> MACHINERY_OF_TESTS = List.of(
            "slipway.testing.Product",
            "slipway.build.sandbox.",
            "com.tngtech.archunit.",
            "slipway.engine.gate.ModelCheck");
    /** Values that come with the machinery and need nothing of it: amounts of data. */
    private static final String VALUES = "org.springframework.util.unit.";

    private DecidingClasses() {}

    /**
     * Writes the names into two files, one a line: the classes of the packages named, or all, and every test whatever
     * the packages, because what decides for many is tested where it is used.
     */
    public static void main(String[] arguments) throws IOException {
        // What is known of a class are the names that it uses; reading all libraries for that takes minutes.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Set<String> packages = Arrays.stream(arguments).skip(1).collect(Collectors.toSet());
        Predicate<JavaClass> wanted = type -> packages.isEmpty() || packages.contains(type.getPackageName());
        Files.write(folder.resolve("classes"), names(product().filter(wanted)));
        Files.write(folder.resolve("tests"), names(tests()));
    }

    static Stream<JavaClass> product() {
        return imported("target/classes").stream()
                .filter(type -> type.getPackageName().matches(INSIDE))
                .filter(type -> !type.getPackageName().equals("slipway.tour")
                        && !type.getPackageName().equals("slipway.runtime"))
                .filter(type ->
                        !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"))
                .filter(type -> decides(type)
                        && outermost(type).map(DecidingClasses::opens).orElse(true));
    }

    private static boolean decides(JavaClass type) {
        return !type.isAssignableTo(Event.class)
                && !type.isAssignableTo(Chapter.class)
                && !holdsThreads(type)
                && MACHINERY.stream().noneMatch(machinery -> knows(type, machinery));
    }

    /** A thread itself, or what begins, counts and ends some; asking whether one was interrupted is not that. */
    private static boolean holdsThreads(JavaClass type) {
        return knows(type, "java.util.concurrent.")
                || type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(Thread.class));
    }

    /** What stands inside a service is the service's; what a facade or a value names decides for itself. */
    private static boolean opens(JavaClass outer) {
        return outer.isInterface() || decides(outer);
    }

    private static Optional<JavaClass> outermost(JavaClass type) {
        return type.getEnclosingClass().map(outer -> outermost(outer).orElse(outer));
    }

    private static Stream<JavaClass> tests() {
        Set<String> deciding = product().map(JavaClass::getPackageName).collect(Collectors.toSet());
        JavaClasses all = imported("target/test-classes");
        return all.stream()
                .filter(type -> deciding.contains(type.getPackageName()) && type.isTopLevelClass())
                .filter(type -> type.getSimpleName().endsWith("Test")
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> withHelpers(type, all).noneMatch(DecidingClasses::needsMachinery));
    }

    /** The test with everything of the tests that it uses, and what that uses. */
    private static Stream<JavaClass> withHelpers(JavaClass test, JavaClasses tests) {
        Set<JavaClass> found = new LinkedHashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(List.of(test));
        while (!open.isEmpty()) {
            JavaClass next = open.remove();
            if (found.add(next)) {
                next.getDirectDependenciesFromSelf().stream()
                        .map(use -> use.getTargetClass().getBaseComponentType())
                        .filter(used -> tests.contain(used.getName()))
                        .forEach(open::add);
            }
        }
        return found.stream();
    }

    private static boolean needsMachinery(JavaClass type) {
        return Stream.concat(MACHINERY.stream(), MACHINERY_OF_TESTS.stream())
                .anyMatch(machinery -> knows(type, machinery));
    }

    private static boolean knows(JavaClass type, String machinery) {
        return type.getDirectDependenciesFromSelf().stream()
                        .map(use -> use.getTargetClass().getName())
                        .anyMatch(used -> used.startsWith(machinery) && !used.startsWith(VALUES))
                || type.getAnnotations().stream()
                        .anyMatch(
                                annotation -> annotation.getRawType().getName().startsWith(machinery));
    }

    private static JavaClasses imported(String folder) {
        return new ClassFileImporter().importPath(Path.of(folder));
    }

    private static List<String> names(Stream<JavaClass> types) {
        return types.map(JavaClass::getName).sorted().collect(Collectors.toList());
    }
}
