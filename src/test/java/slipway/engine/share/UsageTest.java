package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void half_of_it_is_forgotten_each_half_minute() {
        Usage used = Usage.NONE.more(8 * SECOND, 5 * SECOND);

        assertThat(used.seconds(5 * SECOND)).isEqualTo(8);
        assertThat(used.seconds(35 * SECOND)).isEqualTo(4);
        assertThat(used.more(SECOND, 65 * SECOND).seconds(65 * SECOND)).isEqualTo(3);
    }
}
