package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.PAYMENTS;
import static slipway.rollout.Parts.at;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.shared.SiteId;

class SiteRulesTest {
    @ParameterizedTest(name = "{0} is open: {1}, left alone by a decision: {2}")
    @CsvSource({
        "PLANNED, true, true",
        "PREPARED, true, true",
        "DISTRIBUTED, true, true",
        "ACTIVATED, true, true",
        "VERIFIED, false, false",
        "NOTHING_TO_DO, false, false",
        "FAILED, true, false",
        "NOT_REACHED, true, false",
        "BACKING_OUT, true, true",
        "RESTORED, false, false",
        "BACKOUT_FAILED, true, true",
        "REPAIRED, false, false"
    })
    void something_is_left_to_do_until_a_part_has_ended_or_people_decided(
            TargetState state, boolean open, boolean decided) {
        assertThat(SiteRules.open(sites(at("oslo").is(state))).isEmpty()).isNotEqualTo(open);
        assertThat(SiteRules.open(sites(at("oslo").is(state).leftAlone("decided")))
                        .isEmpty())
                .isNotEqualTo(decided);
    }

    @Test
    void a_unit_is_kept_where_a_site_was_switched_to_it_and_did_not_return() {
        assertThat(SiteRules.kept(List.of(at("oslo").is(TargetState.NOT_REACHED).target())))
                .isEmpty();
        assertThat(SiteRules.kept(
                        List.of(at("oslo").is(TargetState.NOTHING_TO_DO).target())))
                .isEmpty();
        for (TargetState back : List.of(TargetState.RESTORED, TargetState.REPAIRED)) {
            assertThat(SiteRules.kept(List.of(at("oslo").activated(1).is(back).target())))
                    .isEmpty();
        }
        for (TargetState there : List.of(TargetState.VERIFIED, TargetState.FAILED, TargetState.BACKOUT_FAILED)) {
            assertThat(SiteRules.kept(List.of(
                            at("oslo").is(TargetState.NOT_REACHED).target(),
                            at("basel").unit(PAYMENTS, 1).activated(2).is(there).target())))
                    .containsExactly(PAYMENTS);
        }
    }

    @Test
    void what_was_watched_is_free_for_others_where_the_whole_site_runs_the_release() {
        List<SiteStand> sites = sites(
                at("basel").is(TargetState.VERIFIED),
                at("oslo").wave(2).is(TargetState.NOTHING_TO_DO),
                at("quito").wave(2).is(TargetState.FAILED),
                at("rome").wave(2).is(TargetState.VERIFIED),
                at("rome").wave(2).unit(PAYMENTS, 1).is(TargetState.NOT_REACHED),
                at("turin").wave(3).is(TargetState.VERIFIED));
        assertThat(SiteRules.soaked(sites, 2)).containsExactlyInAnyOrder(new SiteId("basel"), new SiteId("oslo"));
        assertThat(SiteRules.soaked(sites, 1)).containsExactly(new SiteId("basel"));
    }

    @Test
    void parts_that_never_came_to_a_returned_site_are_decided_with_it() {
        assertThat(SiteRules.open(sites(
                        at("oslo").is(TargetState.RESTORED),
                        at("oslo").unit(PAYMENTS, 1).is(TargetState.NOT_REACHED))))
                .isEmpty();
        assertThat(SiteRules.open(sites(
                        at("oslo").is(TargetState.FAILED).leftAlone("on top"),
                        at("oslo").unit(PAYMENTS, 1).is(TargetState.NOT_REACHED))))
                .isEmpty();
        assertThat(SiteRules.open(sites(
                        at("oslo").is(TargetState.VERIFIED),
                        at("oslo").unit(PAYMENTS, 1).is(TargetState.NOT_REACHED))))
                .extracting(Target::unit)
                .containsExactly(PAYMENTS);
    }

    @Test
    void sites_not_reached_get_their_turn_and_failed_ones_only_on_a_retry() {
        List<SiteStand> sites = sites(
                at("basel").is(TargetState.NOT_REACHED),
                at("oslo").is(TargetState.FAILED),
                at("oslo").unit(PAYMENTS, 1).is(TargetState.NOT_REACHED),
                at("quito").is(TargetState.VERIFIED));
        assertThat(names(SiteRules.planAgain(sites, false))).containsExactly("iban-check at basel");
        assertThat(names(SiteRules.planAgain(sites, true)))
                .containsExactly("iban-check at basel", "iban-check at oslo", "payments at oslo");
    }

    @Test
    void nothing_more_comes_to_a_site_that_was_returned() {
        List<SiteStand> sites = sites(
                at("oslo").is(TargetState.REPAIRED),
                at("oslo").unit(PAYMENTS, 1).is(TargetState.NOT_REACHED));
        assertThat(SiteRules.planAgain(sites, true)).isEmpty();
        assertThat(SiteRules.planAgain(
                        sites(
                                at("oslo").is(TargetState.RESTORED),
                                at("oslo").unit(PAYMENTS, 1).is(TargetState.FAILED)),
                        true))
                .isEmpty();
    }

    @Test
    void what_waits_for_its_turn_already_is_not_planned_again() {
        assertThat(SiteRules.planAgain(sites(at("oslo").is(TargetState.PLANNED)), true))
                .isEmpty();
    }

    @Test
    void nothing_more_comes_to_a_site_that_was_left_alone() {
        List<SiteStand> sites = sites(
                at("oslo").is(TargetState.FAILED).leftAlone("it does not run this release"),
                at("oslo").unit(PAYMENTS, 1).is(TargetState.NOT_REACHED),
                at("quito").is(TargetState.FAILED));
        assertThat(names(SiteRules.planAgain(sites, true))).containsExactly("iban-check at quito");
        assertThat(SiteRules.planAgain(sites, false)).isEmpty();
    }

    private static List<SiteStand> sites(Parts... parts) {
        return SiteStand.of(Stream.of(parts).map(Parts::target).toList());
    }

    private static List<String> names(Stream<Target> targets) {
        return targets.map(target -> target.where().toString()).toList();
    }
}
