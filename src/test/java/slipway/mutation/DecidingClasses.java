package slipway.mutation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.event.Event;
import slipway.release.Chapter;

/**
 * The classes that decide, by a rule over packages: those in the root package of a capability, and in the packages of
 * the engine's edge, that know values only, neither Spring nor a database nor the engine; what merely tells (events,
 * chapters) is left out. Beside them the tests
 * that need neither of these either, so that a mutant is judged in milliseconds.
 */
final class DecidingClasses {
    private static final String INSIDE = "slipway\\.([a-z]+|engine\\.[a-z]+)";
    private static final List<String> MACHINERY =
            List.of("org.springframework.", "org.camunda.", "java.sql.", "javax.sql.", "jakarta.");
    private static final Set<String> MACHINERY_OF_TESTS =
            Set.of("slipway.testing.TestDatabase", "slipway.testing.Insides", "slipway.testing.ProcessTest");

    private DecidingClasses() {}

    /** Writes the names into two files, one a line: classes and tests. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(folder.resolve("classes"), names(product()));
        Files.write(folder.resolve("tests"), names(tests()));
    }

    static Stream<JavaClass> product() {
        return imported("target/classes").stream()
                .filter(type -> type.getPackageName().matches(INSIDE))
                .filter(type -> !type.getPackageName().equals("slipway.tour")
                        && !type.getPackageName().equals("slipway.runtime"))
                .filter(type -> !type.isInterface() && type.isTopLevelClass())
                .filter(type -> !type.isAssignableTo(Event.class) && !type.isAssignableTo(Chapter.class))
                .filter(type -> MACHINERY.stream().noneMatch(machinery -> knows(type, machinery)));
    }

    private static Stream<JavaClass> tests() {
        Set<String> deciding = product().map(JavaClass::getPackageName).collect(Collectors.toSet());
        return imported("target/test-classes").stream()
                .filter(type -> deciding.contains(type.getPackageName()) && type.isTopLevelClass())
                .filter(type -> type.getSimpleName().endsWith("Test")
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> MACHINERY.stream().noneMatch(machinery -> knows(type, machinery)))
                .filter(type -> MACHINERY_OF_TESTS.stream().noneMatch(machinery -> knows(type, machinery)));
    }

    private static boolean knows(JavaClass type, String machinery) {
        return type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getName().startsWith(machinery))
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
