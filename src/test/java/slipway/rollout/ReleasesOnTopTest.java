package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.Gate;
import slipway.approval.GoCondition;
import slipway.cmdb.Unit;
import slipway.library.Library;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Several releases at the same sites, and the way back of each. */
class ReleasesOnTopTest extends RolloutStory {
    @Autowired
    private SlowSites slowly;

    @Autowired
    private List<GoCondition> goConditions;

    private UnitRevision first;
    private UnitRevision second;
    private UnitRevision third;

    @BeforeEach
    void three_revisions_at_two_sites() {
        sites("basel", "oslo");
        first = made(CHECK, "1.0.0");
        second = made(CHECK, "1.1.0");
        third = made(CHECK, "1.2.0");
        baseline(first, "basel", "oslo");
    }

    @Test
    void nothing_falls_below_a_later_release_and_the_page_names_it() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        ReleaseNumber later = reaches(third, "basel");
        done(rollouts.finish(later));

        assertThat(paused.situation(earlier).returns())
                .contains(new PausedRollouts.Return(
                        new SiteId("basel"),
                        CHECK,
                        later + " lies on top; back that out first, or leave it as it is.",
                        true));
        assertThat(backedOut(earlier, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(third.digest());
        assertThat(item("basel", CHECK).authorised()).isEqualTo(third);
        assertThat(item("basel", CHECK).authorisedBy()).isEqualTo(later);
        assertThat(running("oslo", CHECK)).isEqualTo(first.digest());
        assertThat(states(earlier)).isEqualTo(Map.of("basel", VERIFIED, "oslo", NOT_REACHED));
    }

    @Test
    void a_site_never_returns_to_a_revision_whose_release_was_backed_out() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        ReleaseNumber later = reaches(third, "basel");
        backedOut(earlier, PausedDecision.BACK_OUT_ALL);
        done(stops.stop(later, RITA, "It harms, too"));
        assertThat(backedOut(later, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(first.digest());
        assertThat(item("basel", CHECK).authorised()).isEqualTo(first);
        assertThat(item("basel", CHECK).authorisedBy()).isNull();
    }

    @Test
    void what_could_not_be_returned_and_is_repaired_is_left_alone_where_a_later_release_came_meanwhile() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        Mending mending = breakSite("basel", CHECK);
        assertThat(backedOut(earlier, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());
        mending.mend();
        ReleaseNumber later = reaches(third, "basel");
        assertThat(backOuts.stuck(earlier))
                .singleElement()
                .satisfies(
                        broken -> assertThat(broken.toRun()).startsWith("what it runs now: " + later + " lies on top"));

        done(backOuts.repaired(earlier, new Actor("dana"), "the folder is back"));
        work();
        assertThat(backOuts.finish(earlier)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(third.digest());
        assertThat(item("basel", CHECK).authorised()).isEqualTo(third);
        assertThat(item("basel", CHECK).verified()).isEqualTo(third);
        assertThat(states(earlier)).isEqualTo(Map.of("basel", VERIFIED, "oslo", NOT_REACHED));
        assertThat(part(earlier, "basel", CHECK).leftAlone()).startsWith(later + " lies on top");
    }

    @Test
    void what_a_later_release_is_switched_to_while_a_site_is_returned_keeps_its_word_there() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        ReleaseNumber later = accepted(List.of(third), "basel");
        slowly.afterActivation(() -> cmdb.authorise(new SiteId("basel"), third, later));
        assertThat(backedOut(earlier, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(item("basel", CHECK).authorised()).isEqualTo(third);
        assertThat(item("basel", CHECK).authorisedBy()).isEqualTo(later);
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(first));
        assertThat(part(earlier, "basel", CHECK).leftAlone()).startsWith(later + " lies on top");
    }

    @Test
    void the_later_release_is_backed_out_to_the_earlier_one_which_can_be_backed_out_then() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        ReleaseNumber later = reaches(third, "basel");
        done(stops.stop(later, RITA, "It harms"));
        assertThat(backedOut(later, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(second.digest());
        assertThat(item("basel", CHECK).authorised()).isEqualTo(second);
        assertThat(item("basel", CHECK).authorisedBy()).isEqualTo(earlier);

        assertThat(backedOut(earlier, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(first.digest());
        assertThat(states(earlier)).isEqualTo(Map.of("basel", RESTORED, "oslo", NOT_REACHED));
    }

    @Test
    void a_quarantined_revision_is_passed_over_on_the_way_back() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        ReleaseNumber later = reaches(third, "basel");
        done(library.attestScan(second, new Actor("sofia"), false, "clamd 1.5", "found late"));
        assertThat(library.find(second).orElseThrow().state()).isEqualTo(Library.State.QUARANTINED);
        done(stops.stop(later, RITA, "It harms"));
        backedOut(later, PausedDecision.BACK_OUT_ALL);
        assertThat(running("basel", CHECK)).isEqualTo(first.digest());
        assertThat(states(earlier)).containsEntry("basel", VERIFIED);
    }

    @Test
    void where_nothing_is_left_to_return_to_the_site_stays_as_it_is_and_people_read_why() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        done(library.recall(first, new Actor("sofia"), "a hole"));
        assertThat(backedOut(earlier, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(second.digest());
        assertThat(states(earlier)).containsEntry("basel", VERIFIED);
        assertThat(part(earlier, "basel", CHECK).leftAlone())
                .contains("nothing is left that it may return to", "it is recalled");
    }

    @Test
    void what_a_later_release_of_another_unit_requires_stays_and_the_page_names_it() {
        UnitRevision payments = made(PAYMENTS, "2.0.0");
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        cmdb.registerUnit(new Unit.Software(
                PAYMENTS,
                "Payments",
                new Unit.Repository("repositories/payments.git"),
                Map.of(CHECK, "1.1.0"),
                Set.of()));
        ReleaseNumber later = reaches(payments, "basel");
        done(rollouts.finish(later));
        String why = "rollout-payments of " + later
                + " requires rollout-check 1.1.0 or later there; back that out first," + " or leave it as it is.";

        assertThat(paused.situation(earlier).returns())
                .contains(new PausedRollouts.Return(new SiteId("basel"), CHECK, why, true));
        done(stops.stop(later, RITA, "It harms, too"));
        assertThat(backedOut(later, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(backedOut(earlier, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(first.digest());
    }

    @Test
    void what_requires_it_and_is_on_its_way_there_keeps_it_and_is_named() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        units(Map.of(CHECK, "1.1.0"), Set.of());
        ReleaseNumber later = started(accepted(List.of(made(PAYMENTS, "2.0.0")), "basel"), "basel");
        begin(later);

        decided(earlier, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(earlier)).isEqualTo(new BackOuts.NothingToReturn());
        assertThat(told(earlier, RolloutEvent.SiteLeftAlone.class))
                .singleElement()
                .satisfies(left -> assertThat(left.words())
                        .contains("basel", "rollout-payments of " + later + " requires rollout-check 1.1.0 or later"));
        work();
        assertThat(backOuts.finish(earlier)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(second.digest());
        assertThat(states(later)).isEqualTo(Map.of("basel", VERIFIED));
    }

    @Test
    void what_ran_there_before_and_what_returns_along_keep_nobody() {
        UnitRevision payments = made(PAYMENTS, "2.0.0");
        cmdb.registerUnit(new Unit.Software(
                PAYMENTS,
                "Payments",
                new Unit.Repository("repositories/payments.git"),
                Map.of(CHECK, "1.1.0"),
                Set.of()));
        baseline(payments, "oslo");
        ReleaseNumber release = started(accepted(List.of(second, made(PAYMENTS, "2.1.0")), "basel"), "basel");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(stops.stop(release, RITA, "It harms"));
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", RESTORED));
        assertThat(running("basel", CHECK)).isEqualTo(first.digest());

        ReleaseNumber beside = reaches(third, "oslo");
        done(stops.stop(beside, RITA, "It harms"));
        assertThat(backedOut(beside, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("oslo", CHECK)).isEqualTo(first.digest());
    }

    @Test
    void what_is_required_and_was_backed_out_meanwhile_is_missed_when_the_wave_starts() {
        UnitRevision payments = made(PAYMENTS, "2.0.0");
        ReleaseNumber earlier = reaches(second, "basel");
        units(Map.of(CHECK, "1.1.0"), Set.of());
        ReleaseNumber later = started(accepted(List.of(payments), "basel"), "basel");
        done(stops.stop(earlier, RITA, "It harms"));
        assertThat(backedOut(earlier, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));

        assertHeld(
                rollouts.startWave(later, 1),
                "requires-unmet",
                "rollout-payments requires rollout-check 1.1.0 or later; there will be 1.0.0 at basel.");
    }

    @Test
    void what_is_required_and_is_on_its_way_back_is_waited_for_when_the_wave_starts() {
        ReleaseNumber earlier = reaches(second, "basel", "oslo");
        units(Map.of(CHECK, "1.0.0"), Set.of());
        ReleaseNumber later = started(accepted(List.of(made(PAYMENTS, "2.0.0")), "basel"), "basel");
        decided(earlier, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(earlier)).isNotInstanceOf(BackOuts.NotOrdered.class);

        assertHeld(rollouts.startWave(later, 1), "neighbour-changes", earlier + " is changing rollout-check at basel");
        work();
        assertThat(backOuts.finish(earlier)).isEqualTo(new BackOuts.Over(true));
        assertThat(rollouts.startWave(later, 1)).isInstanceOf(Rollouts.Started.class);
    }

    @Test
    void what_conflicts_and_is_on_its_way_by_another_release_is_met_when_the_wave_starts() {
        sites("quito");
        units(Map.of(), Set.of(CHECK));
        ReleaseNumber earlier = started(accepted(List.of(second), "quito"), "quito");
        ReleaseNumber later = started(accepted(List.of(made(PAYMENTS, "2.0.0")), "quito"), "quito");
        List<Rollouts.WaveStart> meanwhile = new ArrayList<>();
        slowly.afterActivation(() -> meanwhile.add(rollouts.startWave(later, 1)));
        assertThat(wave(earlier)).isInstanceOf(Rollouts.Passed.class);

        assertThat(meanwhile)
                .singleElement()
                .satisfies(start -> assertHeld(start, "conflicts-with", "they would meet at quito"));
        assertHeld(rollouts.startWave(later, 1), "conflicts-with", "rollout-payments may not run beside");
    }

    @Test
    void what_another_release_is_about_to_change_beside_it_is_waited_for_before_it_comes() {
        sites("quito");
        units(Map.of(), Set.of(CHECK));
        ReleaseNumber earlier = started(accepted(List.of(second), "quito"), "quito");
        ReleaseNumber later = started(accepted(List.of(made(PAYMENTS, "2.0.0")), "quito"), "quito");
        begin(earlier);

        assertHeld(rollouts.startWave(later, 1), "neighbour-changes", earlier + " is changing rollout-check at quito");
    }

    @Test
    void what_another_release_changes_at_a_site_of_a_later_wave_holds_that_wave_only() {
        sites("quito", "lima");
        units(Map.of(), Set.of(CHECK));
        ReleaseNumber earlier = started(accepted(List.of(second), "quito"), "quito");
        begin(earlier);
        ReleaseNumber later = started(accepted(List.of(made(PAYMENTS, "2.0.0")), "lima", "quito"), "lima", "quito");

        assertThat(wave(later)).isInstanceOf(Rollouts.Passed.class);
        assertThat(rollouts.startWave(later, 2)).isInstanceOf(Rollouts.Held.class);
    }

    @Test
    void of_two_waves_that_do_not_run_neither_waits_for_the_other() {
        sites("quito");
        units(Map.of(), Set.of(CHECK));
        started(accepted(List.of(second), "quito"), "quito");
        ReleaseNumber later = started(accepted(List.of(made(PAYMENTS, "2.0.0")), "quito"), "quito");
        assertThat(rollouts.startWave(later, 1)).isInstanceOf(Rollouts.Started.class);
    }

    @Test
    void no_go_is_given_for_what_no_longer_fits_beside_what_its_sites_run() {
        ReleaseNumber later = accepted(List.of(made(PAYMENTS, "2.0.0")), "basel");
        assertThat(against(later)).isEmpty();
        units(Map.of(CHECK, "1.1.0"), Set.of());
        assertThat(against(later)).containsExactly("requires-unmet");
        units(Map.of(), Set.of(CHECK));
        assertThat(against(later)).containsExactly("conflicts-with");
    }

    @Test
    void what_was_scheduled_while_another_release_stood_switched_and_failed_lies_on_what_that_one_had_found() {
        ReleaseNumber failed = started(accepted(List.of(second), "oslo"), "oslo");
        Mending[] mending = new Mending[1];
        slowly.afterActivation(() -> mending[0] = breakSite("oslo", CHECK));
        assertThat(wave(failed)).isInstanceOf(Rollouts.Stopped.class);
        mending[0].mend();
        ReleaseNumber fix = accepted(List.of(third), "oslo");
        done(waves.arrange(fix, RITA, text("oslo")));
        done(waves.schedule(fix, Parts.percent(20)));
        assertThat(part(fix, "oslo", CHECK).predecessor()).isEqualTo(first);
        assertThat(part(fix, "oslo", CHECK).predecessorBy()).isNull();

        assertThat(backedOut(failed, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));
        assertThat(refusals(fix)).isEmpty();
        approvals.decide(fix, Gate.GO_LIVE, CARL, true, "");
        move(fix, ReleaseState.AUTHORISED, ReleaseState.PREPARED, ReleaseState.PRE_AUDITED);
        done(rollouts.start(fix));
        Mending again = breakSite("oslo", CHECK);
        assertThat(wave(fix)).isInstanceOf(Rollouts.Stopped.class);
        again.mend();
        assertThat(part(fix, "oslo", CHECK).activated()).isFalse();
        assertThat(backedOut(fix, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));
        assertThat(states(fix)).isEqualTo(Map.of("oslo", RESTORED));
        assertThat(running("oslo", CHECK)).isEqualTo(first.digest());
    }

    @Test
    void where_a_later_release_followed_a_wave_already_the_next_one_of_the_earlier_begins() {
        ReleaseNumber earlier = started(accepted(List.of(second), "basel", "oslo"), "basel", "oslo");
        assertThat(wave(earlier)).isInstanceOf(Rollouts.Passed.class);
        ReleaseNumber later = reaches(third, "basel");
        done(rollouts.finish(later));

        assertThat(wave(earlier)).isInstanceOf(Rollouts.Passed.class);
        assertThat(running("basel", CHECK)).isEqualTo(third.digest());
        assertThat(running("oslo", CHECK)).isEqualTo(second.digest());
    }

    @Test
    void where_a_later_release_was_faster_the_wave_of_the_earlier_does_not_begin() {
        ReleaseNumber earlier = started(accepted(List.of(second), "basel", "oslo"), "basel", "oslo");
        assertThat(wave(earlier)).isInstanceOf(Rollouts.Passed.class);
        cmdb.authorise(new SiteId("oslo"), third, null);
        cmdb.observed(new SiteId("oslo"), CHECK, Content.of(third), true, clock.instant());

        assertThat(rollouts.startWave(earlier, 2))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .contains("downgrades-site"));
    }

    private List<String> against(ReleaseNumber release) {
        return refusals(release).stream()
                .filter(rule -> rule.equals("requires-unmet") || rule.equals("conflicts-with"))
                .toList();
    }

    private List<String> refusals(ReleaseNumber release) {
        return goConditions.stream()
                .flatMap(condition -> condition.against(releases.submitted(release)).stream())
                .map(Refusal::rule)
                .toList();
    }

    /** What payments require from now on, and what they may not meet. */
    private void units(Map<UnitId, String> requires, Set<UnitId> conflicts) {
        cmdb.registerUnit(new Unit.Software(
                PAYMENTS, "Payments", new Unit.Repository("repositories/payments.git"), requires, conflicts));
    }

    private static void assertHeld(Rollouts.WaveStart start, String rule, String words) {
        assertThat(start)
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .singleElement()
                                .satisfies(reason -> assertThat(reason.rule()).isEqualTo(rule))
                                .satisfies(reason -> assertThat(reason.reason()).contains(words)));
    }

    /** A release that is verified and soaked at the first of these sites, and was stopped before the others. */
    private ReleaseNumber reaches(UnitRevision revision, String... sites) {
        ReleaseNumber release = started(accepted(List.of(revision), sites), sites);
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        if (sites.length > 1) {
            done(stops.stop(release, RITA, "Wait"));
        }
        return release;
    }
}
