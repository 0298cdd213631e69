package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.testing.Goals;

/** How people at sites read about them. */
class SiteTextTest {
    private static final SiteId BASEL = new SiteId("basel");
    private static final SiteId OSLO = new SiteId("oslo");

    @Test
    void sites_are_listed_by_name_and_each_of_them_once() {
        assertThat(Sites.sorted(List.of(OSLO, BASEL, OSLO))).containsExactly(BASEL, OSLO);
    }

    @Test
    void a_window_is_shown_as_the_clock_on_the_wall_of_the_site_does() {
        Plan plan = new Plan(
                Parts.RELEASE,
                1,
                Goals.critical("Faster"),
                Instant.parse("2026-11-25T20:00:00Z"),
                Instant.parse("2026-11-26T04:00:00Z"),
                List.of(),
                Duration.ofMinutes(5),
                Plan.PointOfNoReturn.NONE,
                new Actor("rita"));

        assertThat(LocalWindow.of(plan, ZoneId.of("Asia/Singapore")))
                .isEqualTo("26 Nov 2026 04:00 to 26 Nov 2026 12:00 (Asia/Singapore)");
    }

    @Test
    void who_reports_what_is_not_to_be_there_is_told_what_is_wrong_and_what_to_do() {
        assertThat(ByHand.differs("run.sh is missing"))
                .isEqualTo(
                        Refusal.of(
                                "inventory-differs",
                                "By this inventory run.sh is missing. Put it right and report again, or report that it cannot be done."));
    }
}
