package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.shared.Content;

class RehearsalTest {
    private static final Content TO = new Content.Absent();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void a_way_back_that_arrives_in_time_passed() {
        assertThat(Rehearsal.of(TO, Optional.empty(), 60_000, LIMIT))
                .isEqualTo(new Rehearsal(
                        true,
                        "returned to nothing installed, read back and came forward again; it took 60000 ms of 1 minutes"
                                + " allowed"));
    }

    @Test
    void one_that_takes_longer_failed() {
        assertThat(Rehearsal.of(TO, Optional.empty(), 60_001, LIMIT))
                .isEqualTo(new Rehearsal(
                        false, "the return to nothing installed is too slow: it took 60001 ms of 1 minutes allowed"));
    }

    @Test
    void one_that_does_not_arrive_failed_however_fast() {
        assertThat(Rehearsal.of(TO, Optional.of("'VERSION' is altered"), 1, LIMIT))
                .isEqualTo(new Rehearsal(false, "the return to nothing installed failed: 'VERSION' is altered"));
    }
}
