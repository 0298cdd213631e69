package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    /** Each lower than the next. */
    private static final List<String> RISING = List.of(
            "0.9",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-beta",
            "1.0.0-rc9",
            "1.0.0-rc10",
            "1.0.0",
            "v1.2.0",
            "1.2.3",
            "1.2.20",
            "1.20.0",
            "V2",
            "9.0.0",
            "10.0",
            "2026.9",
            "2026.11",
            "202611241405");

    @Test
    void versions_are_ordered_by_their_numbers_and_not_by_their_letters() {
        for (int low = 0; low < RISING.size(); low++) {
            for (int high = 0; high < RISING.size(); high++) {
                assertThat(Integer.signum(version(RISING.get(low)).compareTo(version(RISING.get(high)))))
                        .as(RISING.get(low) + " and " + RISING.get(high))
                        .isEqualTo(Integer.compare(low, high));
            }
        }
    }

    @Test
    void a_leading_v_zeros_at_the_end_and_build_metadata_make_no_difference() {
        assertThat(version("v1.2.0"))
                .isEqualTo(version("1.2"))
                .isEqualTo(version("1.2.0+sha.5"))
                .isEqualTo(version("1.02"));
        assertThat(version("0.0.0").numbers()).containsExactly(0L);
        assertThat(version("v3.1-RC2")).isEqualTo(version("3.1-rc2"));
        assertThat(version("12.4").major()).isEqualTo(12);
        assertThat(version("1-RC2.x").suffix()).containsExactly("rc", "2", "x");
    }

    @Test
    void a_suffix_orders_numbers_before_words_and_the_shorter_first() {
        assertThat(version("1-1")).isLessThan(version("1-a"));
        assertThat(version("1-a")).isGreaterThan(version("1-1"));
        assertThat(version("1-a")).isLessThan(version("1-a.1"));
        assertThat(version("1-2")).isLessThan(version("1-10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "v", "1.", ".1", "1..2", "1.2 ", "R7u3", "1.2-", "1.2-ä", "1.2_3", "-1"})
    void what_is_no_number_with_dots_cannot_be_ordered(String text) {
        assertThat(Version.of(text)).isEmpty();
    }

    @Property(tries = 2_000)
    void whatever_the_numbers_the_order_is_one(@ForAll Random random) {
        Version one = any(random);
        Version two = any(random);
        Version three = any(random);
        assertThat(Integer.signum(one.compareTo(two))).isEqualTo(-Integer.signum(two.compareTo(one)));
        assertThat(one.compareTo(two) == 0).isEqualTo(one.equals(two));
        if (one.compareTo(two) <= 0 && two.compareTo(three) <= 0) {
            assertThat(one).isLessThanOrEqualTo(three);
        }
    }

    private static Version any(Random random) {
        StringBuilder text = new StringBuilder().append(random.nextInt(3));
        for (int more = random.nextInt(3); more > 0; more--) {
            text.append('.').append(random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            text.append('-').append(List.of("rc1", "rc2", "1", "beta").get(random.nextInt(4)));
        }
        return version(text.toString());
    }

    private static Version version(String text) {
        return Version.of(text).orElseThrow();
    }
}
