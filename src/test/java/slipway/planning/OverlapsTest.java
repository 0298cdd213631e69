package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.FILES;
import static slipway.planning.Values.MINE;
import static slipway.planning.Values.NEW_YORK;
import static slipway.planning.Values.OTHER;
import static slipway.planning.Values.SINGAPORE;
import static slipway.planning.Values.ZURICH;
import static slipway.planning.Values.held;
import static slipway.planning.Values.release;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.SUBMITTED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.planning.Reservations.Overlap;
import slipway.release.SubmittedRelease;
import slipway.shared.SiteId;

class OverlapsTest {
    private static final SubmittedRelease ONE = release(MINE, SUBMITTED, List.of(CHECK, FILES), ZURICH, NEW_YORK);

    @Test
    void both_sides_see_the_other_at_the_sites_that_they_share() {
        SubmittedRelease two = release(OTHER, SUBMITTED, List.of(CHECK), NEW_YORK, ZURICH, SINGAPORE);
        var open = Map.of(CHECK, List.of(ONE, two), FILES, List.of(ONE));

        assertThat(Overlaps.of(ONE, open, List.of())).containsExactly(wants(two, NEW_YORK, ZURICH));
        assertThat(Overlaps.of(two, open, List.of()))
                .containsExactly(new Overlap(
                        MINE, "Title of REL-2026-0001", "submitted", CHECK, List.of(NEW_YORK, ZURICH), false));
    }

    @Test
    void what_the_other_has_now_stands_apart_from_what_it_will_need() {
        SubmittedRelease two = release(OTHER, AUTHORISED, List.of(CHECK), NEW_YORK, ZURICH);
        var open = Map.of(CHECK, List.of(ONE, two));
        List<Held> held = held(OTHER, CHECK, ZURICH);

        assertThat(Overlaps.of(ONE, open, held))
                .containsExactly(
                        new Overlap(OTHER, "Title of REL-2026-0002", "authorised", CHECK, List.of(ZURICH), true),
                        wants(two, NEW_YORK));
        assertThat(Overlaps.of(ONE, open, held(OTHER, FILES, ZURICH))).containsExactly(wants(two, NEW_YORK, ZURICH));
        assertThat(Overlaps.of(ONE, open, held(MINE, CHECK, ZURICH))).containsExactly(wants(two, NEW_YORK, ZURICH));
    }

    @Test
    void other_sites_or_other_units_are_no_overlap() {
        var elsewhere = Map.of(CHECK, List.of(ONE, release(OTHER, SUBMITTED, List.of(CHECK), SINGAPORE)));

        assertThat(Overlaps.of(ONE, elsewhere, List.of())).isEmpty();
        assertThat(Overlaps.of(ONE, Map.of(), List.of())).isEmpty();
    }

    private static Overlap wants(SubmittedRelease other, SiteId... sites) {
        return new Overlap(other.number(), other.title(), other.state().words(), CHECK, List.of(sites), false);
    }
}
