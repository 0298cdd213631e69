package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.OLD;
import static slipway.rollout.Parts.at;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

class RestoreRulesTest {
    private static final ReleaseNumber EARLIER = new ReleaseNumber("REL-2026-0004");
    private static final Manifest FILES =
            new Manifest(List.of(new Manifest.Entry("run.sh", Digest.of("run"), 3, true)));
    private static final UnitRevision BEFORE = new UnitRevision(CHECK, "1.0.0", FILES.digest());
    private static final Inventory.Sighting RUNS_BEFORE = new Inventory.Seen("baseline", FILES.entries(), List.of());
    private static final Inventory.Sighting NOTHING = new Inventory.NothingInstalled();
    private static final WayBack.LeftAlone LEFT = new WayBack.LeftAlone("nothing is left.", null);

    @ParameterizedTest
    @EnumSource(TargetState.class)
    void what_is_to_return_is_returned_and_what_failed_only_once_it_was_repaired(TargetState state) {
        assertThat(RestoreRules.toReturn(at("oslo").is(state).target())).isEqualTo(state == TargetState.BACKING_OUT);
        assertThat(RestoreRules.toReturn(at("oslo").is(state).repairReported().target()))
                .isEqualTo(state == TargetState.BACKING_OUT || state == TargetState.BACKOUT_FAILED);
    }

    @Test
    void what_was_never_switched_and_runs_what_it_ran_is_left_as_it_is() {
        Parts oslo = at("oslo").toReturn(BEFORE, EARLIER);
        assertThat(RestoreRules.asItWas(oslo.target(), RUNS_BEFORE)).isTrue();
        assertThat(RestoreRules.asItWas(oslo.target(), NOTHING)).isFalse();
        assertThat(RestoreRules.asItWas(oslo.activated(3).target(), RUNS_BEFORE))
                .as("it was switched, so what it returns to may be something else by now")
                .isFalse();
    }

    @Test
    void slipway_removes_only_what_it_switched_or_where_nothing_ran() {
        Parts oslo = at("oslo").toReturn(BEFORE, EARLIER);
        assertThat(RestoreRules.notRemoved(oslo.target(), way(null, null)))
                .contains("what it ran may not be installed any more, and Slipway removes nothing by itself");
        assertThat(RestoreRules.notRemoved(oslo.activated(3).target(), way(null, null)))
                .isEmpty();
        assertThat(RestoreRules.notRemoved(oslo.target(), way(OLD, EARLIER))).isEmpty();
        assertThat(RestoreRules.notRemoved(at("oslo").toReturn(null, null).target(), way(null, null)))
                .isEmpty();
    }

    @Test
    void what_was_ordered_stands_while_it_is_offered_and_its_release_was_not_backed_out() {
        assertThat(stands(way(OLD, EARLIER), true, false)).isTrue();
        assertThat(stands(way(OLD, EARLIER), false, false)).isFalse();
        assertThat(stands(way(OLD, EARLIER), true, true)).isFalse();
        assertThat(stands(way(OLD, null), true, true)).as("from before Slipway").isTrue();
        assertThat(stands(way(null, null), false, true)).as("removed").isTrue();
        assertThat(stands(way(null, EARLIER), false, true)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(TargetState.class)
    void with_nothing_left_to_return_to_a_site_stays_unless_somebody_repairs_it(TargetState state) {
        Target oslo = at("oslo").is(state).target();
        boolean returning = state == TargetState.BACKING_OUT;
        assertThat(RestoreRules.nowhere(oslo, () -> LEFT).isPresent()).isEqualTo(returning);
        assertThat(RestoreRules.nowhere(oslo, () -> way(OLD, EARLIER))).isEmpty();
        if (returning) {
            assertThat(RestoreRules.nowhere(oslo, () -> LEFT)).contains(LEFT);
        }
    }

    @Test
    void what_was_never_switched_and_ran_what_is_barred_is_only_looked_at() {
        Parts oslo = at("oslo").is(TargetState.BACKING_OUT);
        assertThat(RestoreRules.onlyLookedAt(oslo.target(), way(OLD, EARLIER), false))
                .contains("it was never switched there, and " + OLD + ", which it ran, may not be installed any more");
        assertThat(RestoreRules.onlyLookedAt(oslo.target(), way(OLD, EARLIER), true))
                .isEmpty();
        assertThat(RestoreRules.onlyLookedAt(oslo.activated(3).target(), way(OLD, EARLIER), false))
                .isEmpty();
        assertThat(RestoreRules.onlyLookedAt(
                        at("oslo").is(TargetState.BACKOUT_FAILED).target(), way(OLD, EARLIER), false))
                .isEmpty();
    }

    private static boolean stands(WayBack.Returns ordered, boolean offered, boolean backedOut) {
        return RestoreRules.stands(ordered, revision -> offered, release -> backedOut);
    }

    private static WayBack.Returns way(@Nullable UnitRevision to, @Nullable ReleaseNumber by) {
        return new WayBack.Returns(to, by);
    }
}
