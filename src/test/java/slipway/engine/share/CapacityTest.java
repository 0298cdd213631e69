package slipway.engine.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityTest {
    @ParameterizedTest
    @ValueSource(ints = {20, 21, 28, 60})
    void requests_never_reach_the_connections_of_slipway_itself(int pool) {
        Capacity house = Capacity.of(pool, 2);

        int most = 2 * (house.places() + Capacity.atTheDoor().places());
        assertThat(pool - most).isBetween(12, 13);
        assertThat(house.forLight()).isBetween(1, house.places() - 1);
        assertThat(house.placesEach()).isLessThanOrEqualTo(house.places() - house.forLight());
    }

    @Test
    void a_pool_that_affords_none_is_refused_with_what_it_needs() {
        assertThatThrownBy(() -> Capacity.of(19, 2))
                .hasMessageContaining("maximum-pool-size is 19")
                .hasMessageContaining("at least 20");
    }

    @Test
    void the_default_has_six_places_of_which_two_are_for_who_had_little() {
        assertThat(Capacity.of(28, 8)).isEqualTo(new Capacity(6, 2, 4, 100, 3, 5, 24));
    }

    @Test
    void files_have_places_of_their_own_of_which_each_has_half() {
        assertThat(Capacity.ofFiles()).isEqualTo(new Capacity(8, 0, 8, 100, 4, 8, 24));
        assertThat(Capacity.ofFiles().forLongEach()).isEqualTo(7);
    }

    @Test
    void whoever_asks_for_what_takes_long_has_a_place_even_where_there_is_one() {
        assertThat(new Capacity(2, 1, 1, 100, 1, 3, 24).forLongEach()).isEqualTo(1);
        assertThat(new Capacity(3, 1, 2, 100, 1, 3, 24).forLongEach()).isEqualTo(1);
    }

    @Test
    void what_takes_long_has_no_more_places_than_there_are_processors_and_two_at_least() {
        assertThat(Capacity.of(28, 3).forLong()).isEqualTo(3);
        assertThat(Capacity.of(28, 1).forLong()).as("one for somebody else").isEqualTo(2);
    }
}
