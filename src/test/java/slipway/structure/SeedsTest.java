package slipway.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried at random is something else in every run. */
class SeedsTest {
    /** A number instead of a seed, or the count of the repetition, which is the same in every run. */
    private static final Predicate<String> FIXED = Pattern.compile(
                    "new Random\\((\\d|.*(?i:repetition))|@Property\\(.*\\bseed\\b|get(Long|Integer)\\(\"[a-z.]*seed\"")
            .asPredicate();

    @Test
    void no_test_draws_the_same_in_every_run() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<String> fixed = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("SeedsTest.java"))
                    .flatMap(SeedsTest::fixed)
                    .toList();
            assertThat(fixed)
                    .as("fixed seeds; draw them with slipway.testing.Seeds")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Random random = new Random(7);",
                "new Random(run.getCurrentRepetition())",
                "@Property(tries = 10, seed = \"4711\")",
                "long seed = Long.getLong(\"slipway.walk.seed\", 1);"
            })
    void a_fixed_seed_is_seen(String line) {
        assertThat(FIXED).accepts(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new Random(seed)", "@Property(tries = 2_000)", "Seeds.of(\"slipway.walk.seed\")"})
    void a_drawn_one_is_none(String line) {
        assertThat(FIXED).rejects(line);
    }

    private static Stream<String> fixed(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(FIXED)
                    .map(line -> file.getFileName() + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
