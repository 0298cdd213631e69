package slipway.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.engine.account.Tallies.Attempt;
import slipway.engine.account.Tallies.Pair;

class TalliesTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Pair MARA = new Pair("mara", "192.0.2.1");

    private final Tallies tallies = new Tallies();

    @ParameterizedTest
    @CsvSource({
        "STRANGER,   5,   0",
        "STRANGER,   6,   2",
        "STRANGER,   7,   4",
        "STRANGER,  14, 512",
        "STRANGER,  15, 900",
        "STRANGER, 999, 900",
        "KNOWN,    100,   0",
        "KNOWN,    101,   2",
        "KNOWN,    104,  10",
        "ADDRESS,   30,   0",
        "ADDRESS,   31,   2",
        "ACCOUNT,   30,   0",
        "ACCOUNT,   99, 900",
    })
    void each_wrong_one_doubles_the_wait_up_to_the_most(Patience patience, int wrong, int seconds) {
        assertThat(patience.after(wrong)).hasSeconds(seconds);
    }

    @Test
    void a_stranger_waits_after_five_wrong_ones_and_is_told_of_once() {
        assertThat(wrong(MARA, false, 5))
                .allSatisfy(begun -> assertThat(begun.begins()).isEmpty());

        assertThat(wrong(MARA, false, 1))
                .singleElement()
                .satisfies(begun -> assertThat(begun.begins()).containsExactly(Patience.STRANGER));
        assertThat(tallies.begin(MARA, false, NOON)).isEmpty();
        assertThat(tallies.begin(MARA, false, NOON.plusMillis(1_999))).isEmpty();
        assertThat(tallies.begin(MARA, false, NOON.plusSeconds(2)))
                .hasValueSatisfying(begun -> assertThat(begun.begins()).isEmpty());
        assertThat(tallies.begin(MARA, false, NOON.plusSeconds(5))).isEmpty();
    }

    @Test
    void where_the_account_logged_in_before_nobody_waits_for_what_a_stranger_did_elsewhere() {
        wrong(MARA, false, 6);
        IntStream.range(0, 40).forEach(each -> wrong(new Pair("mara", "192.0.2." + (100 + each)), false, 1));

        assertThat(tallies.begin(new Pair("mara", "198.51.100.7"), false, NOON)).isEmpty();
        assertThat(tallies.begin(new Pair("mara", "198.51.100.7"), true, NOON)).isPresent();
    }

    @Test
    void where_the_account_logged_in_before_nobody_waits_for_what_was_tried_there_for_others() {
        List<Attempt> begun = IntStream.range(0, 31)
                .mapToObj(each -> wrong(new Pair("guess" + each, MARA.address()), false, 1)
                        .getFirst())
                .toList();

        assertThat(begun.getLast().begins()).containsExactly(Patience.ADDRESS);
        assertThat(tallies.begin(MARA, false, NOON)).isEmpty();
        assertThat(tallies.begin(MARA, true, NOON)).isPresent();
    }

    @Test
    void who_shares_a_known_address_waits_after_a_hundred_and_never_long() {
        assertThat(wrong(MARA, true, 101))
                .last()
                .satisfies(begun -> assertThat(begun.begins()).containsExactly(Patience.KNOWN));
        assertThat(tallies.begin(MARA, true, NOON.plusSeconds(1))).isEmpty();
        assertThat(tallies.begin(MARA, true, NOON.plusSeconds(2))).isPresent();
    }

    @Test
    void one_account_tried_from_everywhere_is_told_of_once() {
        List<Attempt> begun = IntStream.range(0, 31)
                .mapToObj(each ->
                        wrong(new Pair("mara", "192.0.2." + each), false, 1).getFirst())
                .toList();

        assertThat(begun.getLast().begins()).containsExactly(Patience.ACCOUNT);
        assertThat(tallies.begin(new Pair("mara", "198.51.100.7"), false, NOON)).isEmpty();
        assertThat(tallies.begin(new Pair("nils", "198.51.100.7"), false, NOON)).isPresent();
    }

    @Test
    void all_is_forgotten_an_hour_after_the_last_wrong_one() {
        wrong(MARA, false, 6);
        Instant later = NOON.plus(Tally.KEPT);

        wrongAt(MARA, later.minusNanos(1), 1);
        assertThat(tallies.begin(MARA, false, later.minusNanos(1)))
                .as("four seconds by now")
                .isEmpty();
        wrongAt(MARA, later.minusNanos(1).plus(Tally.KEPT), 6);
        assertThat(tallies.begin(MARA, false, later.minusNanos(1).plus(Tally.KEPT)))
                .isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_makes_nobody_wait_for_it() {
        wrong(MARA, false, 6);

        assertThat(tallies.begin(MARA, false, NOON.minusSeconds(1))).isEmpty();
        assertThat(tallies.begin(MARA, false, NOON.minusSeconds(3))).isPresent();
    }

    @Test
    void a_right_one_clears_the_account_there_and_takes_back_only_itself_elsewhere() {
        wrong(MARA, false, 5);
        tallies.right(tallies.begin(MARA, false, NOON).orElseThrow());
        assertThat(wrong(MARA, false, 5)).hasSize(5);

        // Ten wrong ones are counted for the address by now, and one that was right is not among them.
        IntStream.range(0, 20).forEach(each -> wrong(new Pair("guess" + each, MARA.address()), false, 1));
        assertThat(tallies.begin(new Pair("last", MARA.address()), false, NOON))
                .hasValueSatisfying(begun -> assertThat(begun.begins()).containsExactly(Patience.ADDRESS));
    }

    private List<Attempt> wrong(Pair pair, boolean known, int times) {
        return IntStream.range(0, times)
                .mapToObj(each -> tallies.begin(pair, known, NOON))
                .flatMap(Optional::stream)
                .toList();
    }

    private void wrongAt(Pair pair, Instant when, int times) {
        IntStream.range(0, times)
                .forEach(each -> assertThat(tallies.begin(pair, false, when)).isPresent());
    }
}
