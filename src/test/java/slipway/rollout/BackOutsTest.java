package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.BACKING_OUT;
import static slipway.rollout.TargetState.BACKOUT_FAILED;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.REPAIRED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.cmdb.Cmdb;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;

class BackOutsTest extends RolloutStory {
    @Autowired
    private SlowSites slowly;

    @Autowired
    private BackOutTable backOutTable;

    @Autowired
    private TargetTable targetTable;

    @Autowired
    private EverySiteDecided everySiteDecided;

    private @SuppressWarnings("NullAway.Init") UnitRevision before;

    @Test
    void sites_return_last_in_first_out_and_one_that_cannot_keeps_the_others_waiting_until_it_is_repaired() {
        ReleaseNumber release = everywhere("basel", "oslo", "quito");
        Mending mending = breakSite("oslo", CHECK);

        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());
        assertThat(states(release)).isEqualTo(Map.of("basel", BACKING_OUT, "oslo", BACKOUT_FAILED, "quito", RESTORED));
        assertThat(state(release)).isEqualTo(ReleaseState.BACKOUT_FAILED);
        assertThat(workOnce()).as("the next site is touched").isFalse();
        assertThat(targetTable.changing(
                        ReleaseNumber.of(2099, 1), Set.of(CHECK), Set.of(new SiteId("oslo"), new SiteId("quito"))))
                .as("what others wait for: a site that is to be repaired, and none that is back")
                .extracting(Target::site)
                .containsExactly(new SiteId("oslo"));
        assertThat(backOuts.stuck(release))
                .singleElement()
                .satisfies(broken -> assertThat(broken.toRun()).isEqualTo(before.toString()));

        done(backOuts.repaired(release, new Actor("dana"), "looked at it"));
        work();
        assertThat(backOuts.finish(release)).as("it was not mended").isEqualTo(new BackOuts.Stuck());
        assertThat(states(release)).containsEntry("basel", BACKING_OUT);
        mending.mend();
        done(backOuts.repaired(release, new Actor("dana"), "folder put back"));
        refused(backOuts.repaired(release, new Actor("dana"), "again"), "nothing-to-repair");
        assertThat(backOuts.finish(release)).isInstanceOf(BackOuts.NotOver.class);
        work();
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
        assertThat(backOutTable.ofAll(release)).isTrue();
        assertThat(backOuts.finish(release)).isInstanceOf(BackOuts.NotOver.class);

        assertThat(states(release)).isEqualTo(Map.of("basel", RESTORED, "oslo", REPAIRED, "quito", RESTORED));
        assertThat(told(release, RolloutEvent.SiteRestored.class))
                .extracting(RolloutEvent.SiteRestored::site)
                .containsExactly(new SiteId("quito"), new SiteId("basel"));
        for (String site : List.of("basel", "oslo", "quito")) {
            assertThat(running(site, CHECK)).isEqualTo(before.digest());
            assertThat(item(site, CHECK).authorised()).isEqualTo(before);
            assertThat(item(site, CHECK).verified()).isEqualTo(before);
        }
        assertThat(reservations.held(release)).isEmpty();
        assertThat(targets.figures(release).proposal(50)).isEqualTo(Outcome.BACKED_OUT);
        assertThat(cmdb.live(CHECK)).containsOnlyKeys(before);
    }

    @Test
    void a_site_goes_back_to_what_it_called_its_revision() throws IOException {
        ReleaseNumber release = everywhere("basel");
        backedOut(release, PausedDecision.BACK_OUT_ALL);
        assertThat(Files.readSymbolicLink(place("basel", CHECK).resolve("current")))
                .isEqualTo(Path.of("releases/baseline"));
    }

    @Test
    void a_site_that_lost_its_former_files_gets_them_from_the_library_under_another_name() throws IOException {
        ReleaseNumber release = everywhere("basel");
        Path former = place("basel", CHECK).resolve("releases/baseline");
        Files.move(former, place("basel", CHECK).resolve("elsewhere"));
        Files.writeString(former, "a file where the folder was");
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(running("basel", CHECK)).isEqualTo(before.digest());
    }

    @Test
    void the_first_release_of_a_unit_is_backed_out_to_nothing_installed() {
        sites("basel");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.0.0")), "basel"), "basel");
        wave(release);
        done(stops.stop(release, RITA, "It harms"));
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(place("basel", CHECK).resolve("current")).doesNotExist();
        assertThat(item("basel", CHECK).authorised()).isNull();
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Absent());
        assertThat(item("basel", CHECK).verified()).isNull();
    }

    @Test
    void what_is_read_back_with_other_files_than_the_library_s_is_not_returned_under_either_name() {
        ReleaseNumber release = everywhere("basel");
        String ownName = release + "-restored";
        slowly.afterActivation(() -> {
            plant("basel", "baseline");
            slowly.afterActivation(() -> plant("basel", ownName));
        });

        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());
        assertThat(part(release, "basel", CHECK).reason())
                .startsWith("read back: it runs '" + ownName + "' with files other than those of " + before);
        assertThat(item("basel", CHECK).verified()).isNotEqualTo(before);
    }

    @Test
    void what_is_read_back_altered_under_its_former_name_is_brought_under_another_one() throws IOException {
        ReleaseNumber release = everywhere("basel");
        slowly.afterActivation(() -> plant("basel", "baseline"));

        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(Files.readSymbolicLink(place("basel", CHECK).resolve("current")))
                .isEqualTo(Path.of("releases", release + "-restored"));
        assertThat(running("basel", CHECK)).isEqualTo(before.digest());
    }

    @Test
    void what_is_read_back_after_its_removal_is_not_gone() {
        sites("basel");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.0.0")), "basel"), "basel");
        wave(release);
        done(stops.stop(release, RITA, "It harms"));
        slowly.afterDeactivation(() -> switchedTo("basel", release.value()));

        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());
        assertThat(part(release, "basel", CHECK).reason()).startsWith("read back: it runs '" + release + "'");
    }

    @Test
    void a_failed_site_that_was_never_switched_is_looked_at_and_not_touched() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel oslo");
        Mending mending = breakSite("oslo", CHECK);
        wave(release);
        mending.mend();
        Cmdb.Item untouched = item("oslo", CHECK);
        assertThat(backedOut(release, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", RESTORED));
        assertThat(backOutTable.ofAll(release))
                .as("others may return to what it brought")
                .isFalse();
        assertThat(told(release, RolloutEvent.SiteRestored.class))
                .singleElement()
                .satisfies(event -> assertThat(event.words())
                        .startsWith("rollout-check was never switched at oslo and is as before: rollout-check 1.0.0"));
        assertThat(item("oslo", CHECK).authorised()).isEqualTo(untouched.authorised());
        assertThat(item("oslo", CHECK).authorisedBy()).isNull();
    }

    @Test
    void a_site_that_somebody_switched_to_something_else_is_left_alone_and_the_others_return() throws IOException {
        ReleaseNumber release = everywhere("basel", "oslo");
        handmade("oslo");

        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", RESTORED, "oslo", VERIFIED));
        assertThat(Files.readSymbolicLink(place("oslo", CHECK).resolve("current")))
                .isEqualTo(Path.of("releases/handmade"));
        assertThat(part(release, "oslo", CHECK).leftAlone()).startsWith("it does not run this release but unknown");
        assertThat(item("oslo", CHECK).observed()).isInstanceOf(Content.Unknown.class);
        assertThat(item("oslo", CHECK).authorised())
                .as("no audit asks for what was backed out")
                .isEqualTo(before);
        assertThat(targets.figures(release).proposal(0)).isEqualTo(Outcome.BACKED_OUT);
        assertThat(told(release, RolloutEvent.SiteLeftAlone.class)).hasSize(1);
    }

    @Test
    void a_site_from_which_somebody_removed_the_unit_is_left_alone_and_gets_nothing() throws IOException {
        ReleaseNumber release = everywhere("basel", "oslo");
        Path current = place("oslo", CHECK).resolve("current");
        Files.delete(current);

        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", RESTORED, "oslo", VERIFIED));
        assertThat(current).doesNotExist();
        assertThat(part(release, "oslo", CHECK).leftAlone()).startsWith("it does not run this release but ");
        assertThat(item("oslo", CHECK).observed()).isEqualTo(new Content.Absent());
        assertThat(item("oslo", CHECK).authorised()).isEqualTo(before);
    }

    @Test
    void what_was_reported_repaired_returns_whatever_somebody_left_there() throws IOException {
        ReleaseNumber release = everywhere("oslo");
        Mending mending = breakSite("oslo", CHECK);
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Stuck());
        mending.mend();
        handmade("oslo");
        done(backOuts.repaired(release, new Actor("dana"), "something runs again"));
        work();

        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("oslo", REPAIRED));
        assertThat(running("oslo", CHECK)).isEqualTo(before.digest());
    }

    @Test
    void nobody_decides_on_a_rollout_while_its_sites_are_being_returned() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel oslo");
        breakSite("oslo", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        decided(release, PausedDecision.BACK_OUT_FAILED);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        assertThat(paused.decide(release, RITA, PausedDecision.RESUME, "Go on", Set.of()))
                .isInstanceOfSatisfying(
                        PausedRollouts.NotDecided.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo("back-out-open"));
        work();
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Stuck());
        assertThat(paused.decide(release, RITA, PausedDecision.RESUME, "Go on", Set.of()))
                .as("one could not be returned")
                .isInstanceOf(PausedRollouts.NotDecided.class);
    }

    @Test
    void sites_that_were_never_reached_are_decided_with_a_release_that_is_backed_out() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo"), "basel", "oslo");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(stops.stop(release, RITA, "It harms"));
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", RESTORED, "oslo", TargetState.NOT_REACHED));
        assertThat(part(release, "oslo", CHECK).leftAlone()).isEqualTo("the release was backed out");
        assertThat(everySiteDecided.unmet(releases.submitted(release))).isEmpty();
    }

    @Test
    void a_failed_site_that_was_left_alone_is_not_tried_again_and_keeps_no_wave_from_beginning() {
        sites("basel", "oslo", "quito");
        before = made(CHECK, "1.0.0");
        baseline(before, "basel", "oslo", "quito");
        ReleaseNumber release =
                started(accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo", "quito"), "basel oslo", "quito");
        handmade("oslo");
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        assertThat(backedOut(release, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));
        assertThat(holds(release, "oslo", CHECK)).isFalse();
        goesOn(release, PausedDecision.RESUME);
        // What is verified in the first wave is watched before the next.
        clock.turn(Duration.ofMinutes(5));
        Mending mending = breakSite("quito", CHECK);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        mending.mend();
        goesOn(release, PausedDecision.RETRY);

        assertThat(part(release, "oslo", CHECK).leftAlone()).startsWith("it does not run this release but unknown");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", FAILED, "quito", VERIFIED));
        done(rollouts.finish(release));
    }

    private void goesOn(ReleaseNumber release, PausedDecision decision) {
        decided(release, decision);
        done(paused.resume(release));
    }

    @Test
    void a_site_that_was_left_alone_and_runs_the_release_again_returns_when_it_is_backed_out_again() {
        ReleaseNumber release = everywhere("oslo");
        handmade("oslo");
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("oslo", VERIFIED));

        switchedTo("oslo", release.value());
        move(release, ReleaseState.POST_AUDITED);
        done(stops.stop(release, RITA, "It harms again"));
        assertThat(paused.situation(release).returns())
                .containsExactly(new PausedRollouts.Return(new SiteId("oslo"), CHECK, "returns to " + before, false));
        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("oslo", RESTORED));
        assertThat(running("oslo", CHECK)).isEqualTo(before.digest());
    }

    @Test
    void a_site_that_somebody_put_back_already_counts_as_returned_and_is_asked_for_nothing_else() {
        ReleaseNumber release = everywhere("basel", "oslo");
        switchedTo("oslo", "baseline");
        cmdb.observed(new SiteId("oslo"), CHECK, new Content.Known(before), false, clock.instant());

        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("basel", RESTORED, "oslo", RESTORED));
        assertThat(item("oslo", CHECK).authorised()).isEqualTo(before);
        assertThat(item("oslo", CHECK).verified()).isEqualTo(before);
    }

    @Test
    void a_site_that_runs_the_release_again_after_it_was_seen_without_it_returns() {
        ReleaseNumber release = everywhere("oslo");
        cmdb.observed(new SiteId("oslo"), CHECK, new Content.Known(before), false, clock.instant());

        assertThat(backedOut(release, PausedDecision.BACK_OUT_ALL)).isEqualTo(new BackOuts.Over(true));
        assertThat(states(release)).isEqualTo(Map.of("oslo", RESTORED));
        assertThat(running("oslo", CHECK)).isEqualTo(before.digest());
    }

    @Test
    void what_was_not_decided_is_not_ordered_and_an_order_is_carried_out_once() {
        ReleaseNumber release = everywhere("basel");
        assertThat(backOuts.order(release)).isInstanceOf(BackOuts.NotOrdered.class);
        decided(release, PausedDecision.RESUME);
        assertThat(backOuts.order(release)).isInstanceOf(BackOuts.NotOrdered.class);
        decided(release, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        assertThat(backOuts.order(release)).isInstanceOf(BackOuts.NotOrdered.class);
    }

    /** A release that is verified at these sites, a wave each, and was stopped then. */
    private ReleaseNumber everywhere(String... sites) {
        sites(sites);
        before = made(CHECK, "1.0.0");
        baseline(before, sites);
        ReleaseNumber release = started(accepted(List.of(made(CHECK, "1.1.0")), sites), sites);
        for (String site : sites) {
            assertThat(wave(release)).as(site).isInstanceOf(Rollouts.Passed.class);
        }
        done(stops.stop(release, RITA, "Customers complain"));
        return release;
    }
}
