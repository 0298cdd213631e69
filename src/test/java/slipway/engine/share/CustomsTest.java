package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomsTest {
    private static final Kind TASK = new Kind("GET /task/*", true);

    private final Customs customs = new Customs();

    @Test
    void what_was_never_asked_for_is_expected_to_cost_nothing_and_neither_is_what_was_once() {
        assertThat(customs.expected(TASK)).isEqualTo(Expected.NOTHING);
        customs.took(TASK, 9_000_000_000L);
        assertThat(customs.expected(TASK)).isEqualTo(Expected.NOTHING);
    }

    @Test
    void of_the_first_two_times_the_shorter_one_counts() {
        customs.took(TASK, 9_000_000_000L);
        customs.took(TASK, 250_000_000L);
        assertThat(customs.expected(TASK).seconds()).isEqualTo(0.25);
    }

    @Test
    void what_it_usually_cost_is_expected_which_is_learned_slowly_when_it_costs_more() {
        customs.took(TASK, 500_000_000L);
        customs.took(TASK, 500_000_000L);
        customs.took(TASK, 10_500_000_000L);
        assertThat(customs.expected(TASK)).isEqualTo(new Expected(0.6, false));
        customs.took(TASK, 200_000_000L);
        assertThat(customs.expected(TASK)).isEqualTo(new Expected(0.4, false));
    }
}
