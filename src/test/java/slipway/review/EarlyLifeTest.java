package slipway.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.rollout.SiteTargets.Stood;

class EarlyLifeTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final EarlyLife WEEK = new EarlyLife(1, BEGIN, day(7));

    @Test
    void what_it_stood_does_not_count() {
        assertThat(WEEK.without(List.of())).isEqualTo(WEEK);
        assertThat(WEEK.without(List.of(new Stood(day(2), day(5))))).isEqualTo(new EarlyLife(1, BEGIN, day(10)));
        assertThat(WEEK.without(List.of(new Stood(BEGIN, day(1)), new Stood(day(2), day(30)))))
                .isEqualTo(new EarlyLife(1, BEGIN, day(36)));
    }

    @Test
    void a_second_stop_in_what_was_left_by_the_first_counts_too() {
        assertThat(WEEK.without(List.of(new Stood(day(6), day(8)), new Stood(day(8), day(9)))))
                .isEqualTo(new EarlyLife(1, BEGIN, day(10)));
    }

    @Test
    void what_stood_before_it_began_or_when_it_was_over_took_nothing_from_it() {
        assertThat(WEEK.without(List.of(new Stood(day(-3), day(-1)), new Stood(day(7), day(9)))))
                .isEqualTo(WEEK);
    }

    private static Instant day(int day) {
        return BEGIN.plus(Duration.ofDays(day));
    }
}
