package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.BACKING_OUT;
import static slipway.rollout.TargetState.BACKOUT_FAILED;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.REPAIRED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

/** What a release returns to is recalled: before its plan, before its wave, and while sites are on their way back. */
class RecalledOnTheWayTest extends RolloutStory {
    @Autowired
    private SlowSites slowly;

    @Autowired
    private RecalledOutcome outcome;

    private UnitRevision first;
    private UnitRevision second;
    private UnitRevision third;

    @BeforeEach
    void two_sites_and_three_revisions() {
        sites("basel", "oslo");
        first = made(CHECK, "1.0.0");
        second = made(CHECK, "1.1.0");
        third = made(CHECK, "1.2.0");
        baseline(first, "basel", "oslo");
    }

    @Test
    void a_recalled_revision_is_replaced_and_backed_out_to_the_one_before_it() {
        everywhere(second);
        recalled(second);
        ReleaseNumber replacement = everywhere(third);
        done(stops.stop(replacement, RITA, "It harms, too"));

        assertThat(backedOut(replacement, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(replacement)).isEqualTo(Map.of("basel", RESTORED, "oslo", RESTORED));
        runsAndIsAuthorised("basel", first);
        runsAndIsAuthorised("oslo", first);
    }

    @Test
    void what_is_recalled_and_left_at_its_sites_is_no_full_success() {
        ReleaseNumber release = everywhere(second);
        assertThat(outcome.proposes(releases.submitted(release))).isEmpty();
        recalled(second);
        assertThat(outcome.proposes(releases.submitted(release))).contains(Outcome.WITH_ISSUES);
        done(stops.stop(release, RITA, "It harms"));
        backedOut(release, PausedDecision.BACK_OUT_ALL);
        assertThat(outcome.proposes(releases.submitted(release))).isEmpty();
    }

    @Test
    void where_nothing_is_known_before_what_was_recalled_the_unit_is_removed_as_planned() {
        recalled(first);
        ReleaseNumber replacement = everywhere(second);
        done(stops.stop(replacement, RITA, "It harms, too"));

        assertThat(backedOut(replacement, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(place("basel", CHECK).resolve("current")).doesNotExist();
        assertThat(item("basel", CHECK).authorised()).isNull();
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Absent());
    }

    @Test
    void a_wave_whose_way_back_was_recalled_does_not_begin() {
        ReleaseNumber release = started(accepted(List.of(second), "basel", "oslo"), "basel", "oslo");
        wave(release);
        recalled(first);

        int next = ((Rollouts.NextWave) rollouts.next(release)).number();
        assertThat(rollouts.startWave(release, next))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .containsExactly("returns-changed"));
    }

    @Test
    void after_the_last_wave_the_page_says_that_the_way_back_is_another_one_than_was_rehearsed() {
        everywhere(second);
        ReleaseNumber release = everywhere(third);
        assertThat(shownAt(release, "oslo")).isEqualTo("returns to " + second);
        recalled(second);
        assertThat(shownAt(release, "oslo"))
                .isEqualTo("returns to " + first + ", not to " + second
                        + " as was planned: this way back was never rehearsed");
    }

    private String shownAt(ReleaseNumber release, String site) {
        return paused.situation(release).returns().stream()
                .filter(each -> each.site().value().equals(site))
                .map(PausedRollouts.Return::what)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sites_on_their_way_back_go_to_the_revision_before_the_one_that_is_recalled_meanwhile() {
        everywhere(second);
        ReleaseNumber release = everywhere(third);
        done(stops.stop(release, RITA, "It harms"));
        decided(release, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        assertThat(workOnce()).isTrue();
        recalled(second);
        work();

        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
        runsAndIsAuthorised("oslo", second);
        runsAndIsAuthorised("basel", first);
    }

    @Test
    void what_is_authorised_again_where_something_else_runs_does_not_lie_on_top_however_far_back_it_is() {
        everywhere(second);
        ReleaseNumber release = everywhere(third);
        done(stops.stop(release, RITA, "It harms"));
        decided(release, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        recalled(second);
        handmade("oslo");
        work();
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", RESTORED, "oslo", VERIFIED));
        assertThat(item("oslo", CHECK).authorised()).isEqualTo(first);

        switchedTo("oslo", release.value());
        move(release, ReleaseState.POST_AUDITED);
        done(stops.stop(release, RITA, "It harms again"));
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).containsEntry("oslo", RESTORED);
        runsAndIsAuthorised("oslo", first);
    }

    @Test
    void what_is_recalled_while_it_is_copied_back_to_a_site_is_not_switched_on_there() {
        ReleaseNumber release = everywhere(second);
        done(stops.stop(release, RITA, "It harms"));
        slowly.afterDistribution(() -> recalled(first));
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());

        assertThat(states(release)).isEqualTo(Map.of("basel", BACKING_OUT, "oslo", BACKOUT_FAILED));
        assertThat(part(release, "oslo", CHECK).reason()).isEqualTo("the library no longer offers " + first);
        assertThat(running("oslo", CHECK)).isEqualTo(second.digest());
    }

    @Test
    void with_nothing_left_to_return_to_a_site_on_its_way_back_stays_as_it_is() {
        ReleaseNumber release = everywhere(second);
        done(stops.stop(release, RITA, "It harms"));
        decided(release, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        recalled(first);
        work();

        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", VERIFIED));
        assertThat(part(release, "oslo", CHECK).leftAlone()).contains("nothing is left", "it is recalled");
        runsAndIsAuthorised("oslo", second);
        assertThat(targets.figures(release).onNewRevision()).isEqualTo(2);
        assertThat(targets.figures(release).proposal(0)).isEqualTo(Outcome.FAILED);
        assertThat(told(release, RolloutEvent.BackOutFinished.class))
                .singleElement()
                .satisfies(over -> assertThat(over.words())
                        .endsWith("2 sites stay with what the release brought there: basel, oslo."
                                + " Somebody must put it right there."));
    }

    @Test
    void a_release_whose_every_site_stays_with_it_was_not_backed_out_until_something_else_runs_there() {
        ReleaseNumber release = everywhere(second);
        done(stops.stop(release, RITA, "It harms"));
        recalled(first);
        recalled(second);
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));

        assertThat(targets.figures(release).proposal(0)).isEqualTo(Outcome.FAILED);
        assertThat(told(release, RolloutEvent.BackOutOrdered.class))
                .singleElement()
                .satisfies(ordered -> assertThat(ordered.words())
                        .isEqualTo(
                                "Ordered to back out all sites: no site is to be returned. 2 sites stay with what the"
                                        + " release brought there: basel, oslo. Somebody must put it right there. The"
                                        + " reason: as agreed."));
        Stream.of("basel", "oslo")
                .forEach(site ->
                        cmdb.observed(new SiteId(site), CHECK, new Content.Known(third), true, clock.instant()));
        assertThat(targets.figures(release).proposal(0)).isEqualTo(Outcome.BACKED_OUT);
    }

    @Test
    void a_site_that_failed_when_it_was_switched_and_has_no_way_back_is_not_backed_out() {
        ReleaseNumber release = started(accepted(List.of(second), "basel"), "basel");
        clock.turn(Duration.ofMinutes(1));
        Mending[] mending = new Mending[1];
        slowly.afterActivation(() -> mending[0] = breakSite("basel", CHECK));
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        mending[0].mend();
        recalled(first);
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));

        assertThat(states(release)).isEqualTo(Map.of("basel", FAILED));
        assertThat(running("basel", CHECK)).isEqualTo(second.digest());
        assertThat(targets.figures(release).proposal(0)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void what_was_never_switched_keeps_what_it_runs_though_that_was_recalled_and_could_not_be_seen_at_first() {
        ReleaseNumber release = started(accepted(List.of(second), "basel"), "basel");
        clock.turn(Duration.ofMinutes(1));
        Mending mending = breakSite("basel", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        assertThat(part(release, "basel", CHECK).activated()).isFalse();
        recalled(first);
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());

        mending.mend();
        done(backOuts.repaired(release, new Actor("dana"), "folder put back"));
        work();
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", REPAIRED));
        runsAndIsAuthorised("basel", first);
    }

    @Test
    void what_was_never_switched_and_runs_something_else_by_then_is_not_removed_though_nothing_is_left_to_return_to() {
        ReleaseNumber release = started(accepted(List.of(second), "basel"), "basel");
        Mending mending = breakSite("basel", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        recalled(first);
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());

        mending.mend();
        handmade("basel");
        Digest own = running("basel", CHECK);
        done(backOuts.repaired(release, new Actor("dana"), "folder put back"));
        work();
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Stuck());
        assertThat(states(release)).isEqualTo(Map.of("basel", BACKOUT_FAILED));
        assertThat(part(release, "basel", CHECK).reason())
                .isEqualTo("what it ran may not be installed any more, and Slipway removes nothing by itself");
        assertThat(running("basel", CHECK)).isEqualTo(own);
    }

    @Test
    void what_is_repaired_by_hand_is_never_accepted_with_a_revision_that_was_recalled_meanwhile() {
        ReleaseNumber release = everywhere(second);
        Mending mending = breakSite("oslo", CHECK);
        done(stops.stop(release, RITA, "It harms"));
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());
        assertThat(states(release)).isEqualTo(Map.of("basel", BACKING_OUT, "oslo", BACKOUT_FAILED));
        recalled(first);
        assertThat(backOuts.stuck(release))
                .singleElement()
                .satisfies(broken -> assertThat(broken.toRun()).isEqualTo(new Content.Absent().toString()));

        mending.mend();
        done(backOuts.repaired(release, new Actor("dana"), "folder put back"));
        work();
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", REPAIRED));
        assertThat(place("oslo", CHECK).resolve("current")).doesNotExist();
    }

    @Test
    void a_release_that_was_backed_out_meanwhile_is_no_way_back_either() {
        ReleaseNumber earlier = everywhere(second);
        ReleaseNumber later = everywhere(third);
        done(stops.stop(later, RITA, "It harms"));
        decided(later, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(later)).isEqualTo(new BackOuts.Ordered());
        done(stops.stop(earlier, RITA, "It harms, too"));
        assertThat(decidedAndOrdered(earlier)).isEqualTo(new BackOuts.NothingToReturn());
        work();

        assertThat(backOuts.finish(later)).isEqualTo(new BackOuts.Over(true));
        runsAndIsAuthorised("oslo", first);
        runsAndIsAuthorised("basel", first);
    }

    private BackOuts.Order decidedAndOrdered(ReleaseNumber release) {
        decided(release, PausedDecision.BACK_OUT_ALL);
        return backOuts.order(release);
    }

    private void runsAndIsAuthorised(String site, UnitRevision revision) {
        assertThat(running(site, CHECK)).isEqualTo(revision.digest());
        assertThat(item(site, CHECK).authorised()).isEqualTo(revision);
    }

    private void recalled(UnitRevision revision) {
        done(library.recall(revision, new Actor("sofia"), "a hole"));
    }

    /** Verified at both sites, and every wave over. */
    private ReleaseNumber everywhere(UnitRevision revision) {
        ReleaseNumber release = started(accepted(List.of(revision), "basel", "oslo"), "basel", "oslo");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(rollouts.finish(release));
        return release;
    }
}
