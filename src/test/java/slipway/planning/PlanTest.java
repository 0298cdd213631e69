package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.FILES;
import static slipway.planning.Values.MINE;
import static slipway.planning.Values.NEW_YORK;
import static slipway.planning.Values.ZURICH;
import static slipway.planning.Values.revision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan.PointOfNoReturn;
import slipway.planning.Plan.Return;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.PlaceOfUnit;
import slipway.testing.Goals;

class PlanTest {
    private static final List<Return> RETURNS = List.of(
            new Return(CHECK, NEW_YORK, revision(CHECK, "1.0.0"), ""),
            new Return(CHECK, ZURICH, null, ""),
            new Return(FILES, ZURICH, revision(FILES, "2.0.0"), ""));

    @Test
    void each_distinct_content_is_returned_to_once() {
        List<Return> twice = List.of(
                new Return(CHECK, NEW_YORK, revision(CHECK, "1.0.0"), ""),
                new Return(CHECK, ZURICH, revision(CHECK, "1.0.0"), ""),
                new Return(CHECK, Values.SINGAPORE, null, ""),
                new Return(FILES, ZURICH, revision(FILES, "2.0.0"), ""));

        assertThat(plan(twice, 5, PointOfNoReturn.NONE).distinctReturns(CHECK))
                .containsExactlyInAnyOrder(new Content.Known(revision(CHECK, "1.0.0")), new Content.Absent());
    }

    @Test
    void a_back_out_removes_a_unit_where_it_was_not_installed() {
        assertThat(plan(RETURNS, 5, PointOfNoReturn.NONE).removed()).containsExactly(new PlaceOfUnit(ZURICH, CHECK));
        assertThat(plan(RETURNS.subList(2, 3), 5, PointOfNoReturn.NONE).removed())
                .isEmpty();
    }

    @Test
    void approvals_of_the_way_back_bind_to_sites_contents_time_and_point_of_no_return_of_their_part() {
        String before = plan(RETURNS, 5, PointOfNoReturn.NONE).backoutFingerprint(CHECK);

        assertThat(plan(RETURNS.reversed(), 5, PointOfNoReturn.NONE).backoutFingerprint(CHECK))
                .isEqualTo(before);
        assertThat(plan(RETURNS.subList(0, 2), 5, PointOfNoReturn.NONE).backoutFingerprint(CHECK))
                .isEqualTo(before);
        assertThat(plan(RETURNS.subList(0, 1), 5, PointOfNoReturn.NONE).backoutFingerprint(CHECK))
                .isNotEqualTo(before);
        assertThat(plan(RETURNS, 6, PointOfNoReturn.NONE).backoutFingerprint(CHECK))
                .isNotEqualTo(before);
        assertThat(plan(RETURNS, 5, PointOfNoReturn.LAST_WAVE).backoutFingerprint(CHECK))
                .isNotEqualTo(before);
        assertThat(plan(RETURNS, 5, PointOfNoReturn.NONE).backoutFingerprint(FILES))
                .isNotEqualTo(before);
    }

    @Test
    void approvals_of_the_window_bind_to_start_and_end() {
        assertThat(plan(RETURNS, 5, PointOfNoReturn.NONE).windowFingerprint())
                .isEqualTo("1970-01-01T00:00:00Z/1970-01-01T01:00:00Z");
    }

    private static Plan plan(List<Return> returns, int minutes, PointOfNoReturn point) {
        return new Plan(
                MINE,
                1,
                Goals.critical("Faster"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(3600),
                returns,
                Duration.ofMinutes(minutes),
                point,
                new Actor("rita"));
    }
}
