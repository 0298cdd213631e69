package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** Sites that run different things return each to what was planned for it, which is what people approved. */
class PlannedReturnsTest extends RolloutStory {
    @Test
    void each_site_returns_to_what_its_row_of_the_approved_plan_says() {
        sites("basel", "oslo", "quito");
        UnitRevision older = made(CHECK, "1.0.0");
        UnitRevision newer = made(CHECK, "1.0.77");
        baseline(older, "basel");
        baseline(newer, "oslo");
        ReleaseNumber release =
                started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo", "quito"), "basel oslo quito");
        Map<String, Content> planned = plans.get(release).returns().stream()
                .collect(Collectors.toMap(row -> row.site().value(), Plan.Return::content));
        assertThat(planned)
                .isEqualTo(Map.of(
                        "basel", new Content.Known(older),
                        "oslo", new Content.Known(newer),
                        "quito", new Content.Absent()));

        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(stops.stop(release, RITA, "It harms"));
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));

        for (String site : planned.keySet()) {
            assertThat(item(site, CHECK).observed()).as(site).isEqualTo(planned.get(site));
            assertThat(Content.of(item(site, CHECK).authorised())).as(site).isEqualTo(planned.get(site));
        }
        assertThat(running("basel", CHECK)).isEqualTo(older.digest());
        assertThat(running("oslo", CHECK)).isEqualTo(newer.digest());
        assertThat(place("quito", CHECK).resolve("current")).doesNotExist();
    }
}
