package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.PAYMENTS;
import static slipway.rollout.Parts.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.release.Outcome;

class RolloutFiguresTest {
    @ParameterizedTest(
            name =
                    "of {0} sites {1} new, {2} restored, {3} repaired, {4} failed, {5} failed back-outs, minimum {6} %: {7}")
    @CsvSource({
        "4, 4, 0, 0, 0, 0, 80, SUCCESS",
        "4, 3, 1, 0, 0, 0, 75, WITH_ISSUES",
        "4, 3, 1, 0, 0, 0, 76, FAILED",
        "4, 3, 0, 0, 0, 0, 50, WITH_ISSUES",
        "4, 3, 0, 1, 0, 0, 50, FAILED",
        "4, 3, 0, 0, 1, 0, 50, FAILED",
        "4, 3, 0, 0, 0, 1, 50, FAILED",
        "4, 0, 4, 0, 0, 0, 0, BACKED_OUT",
        "4, 0, 3, 0, 0, 1, 50, BACKED_OUT",
        "4, 0, 3, 1, 0, 0, 50, BACKED_OUT",
        "30000000, 15000000, 0, 0, 0, 0, 50, WITH_ISSUES",
        "30000000, 14999999, 0, 0, 0, 0, 50, FAILED"
    })
    void the_worse_of_two_outcomes_that_fit_counts(
            int planned,
            int onNew,
            int restored,
            int repaired,
            int failed,
            int failedBackOuts,
            int minimum,
            Outcome outcome) {
        RolloutFigures figures =
                new RolloutFigures(planned, onNew, restored, repaired, failedBackOuts, 0, failed, 0, 0);
        assertThat(figures.proposal(minimum)).isEqualTo(outcome);
    }

    @Test
    void coverage_is_rounded_down_and_nothing_of_nothing() {
        assertThat(new RolloutFigures(3, 2, 0, 0, 0, 0, 0, 0, 0).coveragePercent())
                .isEqualTo(66);
        assertThat(new RolloutFigures(30_000_000, 29_999_999, 0, 0, 0, 0, 0, 0, 0).coveragePercent())
                .isEqualTo(99);
        assertThat(new RolloutFigures(0, 0, 0, 0, 0, 0, 0, 0, 0).coveragePercent())
                .isZero();
    }

    @Test
    void sites_count_and_not_their_parts() {
        RolloutFigures figures = RolloutFigures.of(
                SiteStand.of(List.of(
                        at("oslo").is(TargetState.VERIFIED).target(),
                        at("oslo").unit(PAYMENTS, 1).is(TargetState.VERIFIED).target(),
                        at("basel").is(TargetState.VERIFIED).target(),
                        at("basel").unit(PAYMENTS, 1).is(TargetState.FAILED).target())),
                part -> false);
        assertThat(figures).isEqualTo(new RolloutFigures(2, 1, 0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void a_site_that_a_back_out_left_to_a_later_release_is_on_the_new_revision_no_more() {
        RolloutFigures figures = RolloutFigures.of(
                SiteStand.of(List.of(
                        at("oslo")
                                .is(TargetState.VERIFIED)
                                .leftAlone("REL-2026-0009 lies on top")
                                .target(),
                        at("basel").is(TargetState.RESTORED).target())),
                part -> false);
        assertThat(figures).isEqualTo(new RolloutFigures(2, 0, 1, 0, 0, 0, 0, 1, 0));
        assertThat(figures.proposal(0)).isEqualTo(Outcome.BACKED_OUT);
    }

    @Test
    void a_site_that_a_back_out_left_on_the_release_s_own_revision_is_on_it_and_the_back_out_failed_there() {
        RolloutFigures figures = RolloutFigures.of(
                SiteStand.of(List.of(
                        at("oslo")
                                .is(TargetState.VERIFIED)
                                .leftAlone("nothing is left")
                                .target(),
                        at("basel")
                                .is(TargetState.VERIFIED)
                                .leftAlone("nothing is left")
                                .target())),
                part -> true);
        assertThat(figures).isEqualTo(new RolloutFigures(2, 2, 0, 0, 0, 0, 0, 0, 2));
        assertThat(figures.proposal(0)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_part_that_stays_at_a_site_whose_other_part_was_returned_is_no_release_that_was_backed_out() {
        RolloutFigures figures = RolloutFigures.of(
                SiteStand.of(List.of(
                        at("oslo")
                                .is(TargetState.VERIFIED)
                                .leftAlone("nothing is left")
                                .target(),
                        at("oslo").unit(PAYMENTS, 1).is(TargetState.RESTORED).target())),
                part -> !part.leftAlone().isEmpty());
        assertThat(figures).isEqualTo(new RolloutFigures(1, 0, 1, 0, 0, 0, 0, 0, 1));
        assertThat(figures.proposal(0)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void what_has_not_ended_in_any_way_is_open() {
        assertThat(new RolloutFigures(300, 2, 3, 5, 7, 11, 13, 17, 4).open()).isEqualTo(300 - 58);
    }

    @Property(tries = 200)
    void the_sums_of_all_states_are_the_sites(@ForAll Random random) {
        List<Target> targets = new ArrayList<>();
        int sites = 1 + random.nextInt(40);
        for (int site = 0; site < sites; site++) {
            for (int place = 0; place <= random.nextInt(3); place++) {
                TargetState state = TargetState.values()[random.nextInt(TargetState.values().length)];
                Parts part = at("site-" + site).unit(Parts.CHECK, place).is(state);
                targets.add((random.nextInt(5) == 0 ? part.leftAlone("on top") : part).target());
            }
        }
        RolloutFigures figures = RolloutFigures.of(
                SiteStand.of(targets), part -> !part.leftAlone().isEmpty() && part.place() == 0);
        assertThat(figures.planned()).isEqualTo(sites);
        assertThat(figures.open()).isBetween(0, sites);
        assertThat(figures.onNewRevision()
                        + figures.restored()
                        + figures.repaired()
                        + figures.failedBackOuts()
                        + figures.notReached()
                        + figures.failed()
                        + figures.leftAlone()
                        + figures.open())
                .isEqualTo(sites);
        long open = SiteStand.of(targets).stream()
                .filter(site -> site.state().pending() || site.state() == TargetState.BACKING_OUT)
                .count();
        assertThat(figures.open()).isEqualTo((int) open);
    }
}
