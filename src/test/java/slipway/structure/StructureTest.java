package slipway.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StructureTest {
    private static final Path SOURCES = Path.of("src/main/java");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("slipway");
    private final JavaClasses counterexamples = new ClassFileImporter().importPackages("counterexample");

    @TestFactory
    Stream<DynamicTest> the_product_keeps_each_rule() {
        return rules("slipway").map(rule -> DynamicTest.dynamicTest(rule.name, () -> rule.rule.check(product)));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_fails_on_its_counterexample() {
        return rules("counterexample")
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name,
                        () -> assertThat(rule.rule.evaluate(counterexamples).hasViolation())
                                .as("rule '%s' finds its counterexample", rule.name)
                                .isTrue()));
    }

    @Test
    void every_package_is_null_marked() throws IOException {
        assertThat(packagesWithoutNullMarked(SOURCES)).isEmpty();
        assertThat(packagesWithoutNullMarked(Path.of("src/test/java/counterexample")))
                .isNotEmpty();
    }

    @Test
    void every_main_package_is_below_a_known_capability() {
        Set<String> found = product.stream()
                .map(type -> type.getPackageName().split("\\."))
                .filter(parts -> parts.length > 1)
                .map(parts -> parts[1])
                .collect(Collectors.toSet());
        assertThat(Capabilities.ofSlipway().names()).containsAll(found);
    }

    @Test
    void the_table_holds_no_circle_and_what_nobody_uses_is_used_by_nobody() {
        Capabilities table =
                new Capabilities().everybodyUses("shared").row("release").nobodyUses("tour", "release");
        assertThatThrownBy(() -> table.row("early", "late"))
                .hasMessage("early uses late, which does not stand above it");
        assertThatThrownBy(() -> table.row("shared", "release")).hasMessage("shared has two rows");
        assertThatThrownBy(() -> table.row("review", "tour")).hasMessage("review uses tour, which nobody uses");
    }

    private record Named(String name, ArchRule rule) {}

    private static Stream<Named> rules(String root) {
        return new StructureRules(root, Capabilities.ofSlipway())
                .all().entrySet().stream().map(rule -> new Named(rule.getKey(), rule.getValue()));
    }

    private static List<Path> packagesWithoutNullMarked(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !nullMarked(folder.resolve("package-info.java")))
                    .toList();
        }
    }

    private static boolean nullMarked(Path info) {
        try {
            return Files.exists(info) && Files.readString(info).contains("@NullMarked");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
