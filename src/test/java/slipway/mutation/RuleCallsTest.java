package slipway.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No rule can be taken out of where it is asked without a test that was seen to notice. The list names it for each place;
 * a new place is listed once its test was seen to fail without the rule.
 */
class RuleCallsTest {
    private static final Path LIST = Path.of("src/test/java/slipway/mutation/rule-calls.txt");

    @Test
    void each_place_that_asks_a_rule_names_the_test_that_misses_it() throws IOException {
        assertThat(listed().keySet())
                .as("places that ask a rule, in " + LIST)
                .hasSizeGreaterThan(50)
                .isEqualTo(RuleCalls.found());
    }

    @Test
    void the_tests_are_there() throws IOException {
        assertThat(tests()).as("tests named in " + LIST).containsAll(listed().values());
    }

    /** The test by place and rule. */
    private static Map<String, String> listed() throws IOException {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.lastIndexOf(" | ")),
                            line -> line.substring(line.lastIndexOf(" | ") + 3).strip(),
                            (one, other) -> {
                                throw new IllegalStateException("listed twice: " + one + " and " + other);
                            },
                            TreeMap::new));
        }
    }

    private static Set<String> tests() {
        return new ClassFileImporter()
                .importPath(Path.of("target/test-classes")).stream()
                        .filter(type -> type.getSimpleName().endsWith("Test"))
                        .flatMap(type -> type.getMethods().stream()
                                .filter(RuleCallsTest::isTest)
                                .map(test -> name(type, test)))
                        .collect(Collectors.toSet());
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getName().matches("(org\\.junit|net\\.jqwik)\\..*"));
    }

    private static String name(JavaClass type, JavaMethod test) {
        return type.getSimpleName() + "." + test.getName();
    }
}
