package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.testing.Goals;

class LocalWindowTest {
    @Test
    void a_window_is_shown_as_the_clock_on_the_wall_of_the_site_does() {
        Plan plan = new Plan(
                ReleaseNumber.of(2099, 1),
                1,
                Goals.critical("fast"),
                Instant.parse("2026-11-25T20:00:00Z"),
                Instant.parse("2026-11-26T04:00:00Z"),
                List.of(),
                Duration.ofMinutes(5),
                Plan.PointOfNoReturn.NONE,
                new Actor("rita"));

        assertThat(LocalWindow.text(plan, ZoneId.of("America/New_York")))
                .isEqualTo("Wed 25 Nov 2026 15:00 to Wed 25 Nov 2026 23:00 America/New_York");
    }
}
