package slipway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipway.testing.Seeds;

/** What {@code make soak} tries for minutes, tried for a moment: what was kept, and changes of it at random. */
class FuzzTargetsTest {
    private static final int CHANGES = 200;

    private static List<Class<?>> targets() {
        return FuzzTargets.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatever_comes_in_is_read_or_refused_in_words(Class<?> target) throws Throwable {
        Random random = new Random(Seeds.of("slipway.fuzz.seed"));
        List<byte[]> kept = FuzzTargets.kept(target);
        assertThat(kept).isNotEmpty();
        for (byte[] input : kept) {
            FuzzTargets.tryOne(target, input);
            for (int change = 0; change < CHANGES; change++) {
                FuzzTargets.tryOne(target, changed(input, random));
            }
        }
    }

    private static byte[] changed(byte[] input, Random random) {
        byte[] changed = input.clone();
        for (int change = 0; change <= random.nextInt(4) && changed.length > 0; change++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    @Test
    void what_is_let_through_is_noticed() {
        assertThatThrownBy(() -> FuzzTargets.tryOne(LetsThrough.class, "x".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AssertionError.class);
    }

    /** Takes for equal what is not. */
    public static final class LetsThrough {
        private LetsThrough() {}

        public static void fuzzerTestOneInput(byte[] input) {
            Fuzzed.equal(new String(input, StandardCharsets.UTF_8), "y");
        }
    }
}
