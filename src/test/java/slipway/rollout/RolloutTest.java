package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.RolloutWorld.done;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.PREPARED;
import static slipway.rollout.TargetState.REPAIRED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.release.Journal;
import slipway.release.Outcome;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.port.Distribution;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

class RolloutTest {
    private static final Actor RITA = new Actor("rita");

    @TempDir
    Path folder;

    private RolloutWorld world;

    @BeforeEach
    void open() throws IOException {
        for (String site : List.of("basel", "oslo", "quito")) {
            Files.createDirectories(folder.resolve("sites").resolve(site));
        }
        world = new RolloutWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void every_site_ends_verified_with_the_library_s_files_and_the_cmdb_says_what_was_observed() {
        ReleaseNumber release = world.started("basel", "oslo quito");
        assertThat(world.wave(release, 1)).isInstanceOf(Rollouts.Passed.class);
        assertThat(world.states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", PREPARED, "quito", PREPARED));
        assertThat(world.wave(release, 2)).isInstanceOf(Rollouts.Passed.class);
        assertThat(world.the(Rollouts.class).next(release)).isEqualTo(new Rollouts.NoMoreWaves());
        done(world.the(Rollouts.class).finish(release));

        UnitRevision revision = release(release).builtRevision();
        for (String site : List.of("basel", "oslo", "quito")) {
            assertThat(world.running(site)).isEqualTo(revision.digest());
            Cmdb.Record record =
                    world.the(Cmdb.class).find(world.id(site), world.unit).orElseThrow();
            assertThat(record.authorised()).isEqualTo(revision);
            assertThat(record.observed()).isEqualTo(revision);
            assertThat(record.verified()).isEqualTo(revision);
        }
        assertThat(release(release).state()).isEqualTo(ReleaseState.DEPLOYED);
        assertThat(world.the(Library.class).of(world.unit))
                .extracting(Library.Holding::state)
                .containsExactly(Library.State.SUPERSEDED, Library.State.LIVE);
        assertThat(figures(release).proposal(50)).isEqualTo(Outcome.SUCCESS);
        assertThat(world.the(Journal.class).of(release))
                .extracting(Journal.Entry::event)
                .containsOnlyOnce("ReleaseFirstActivated");
    }

    @Test
    void one_of_two_failed_sites_pauses_the_rest_is_not_reached_and_goes_on_after_the_return() throws IOException {
        ReleaseNumber release = world.started("basel oslo", "quito");
        Path trap = breakSite("oslo", release);
        assertThat(world.wave(release, 1)).isInstanceOf(Rollouts.Stopped.class);
        assertThat(world.states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", FAILED, "quito", NOT_REACHED));
        assertThat(release(release).state()).isEqualTo(ReleaseState.PAUSED);
        assertThat(world.the(PausedRollouts.class).why(release))
                .contains("1 of 2 sites of wave 1 failed, against 20 %");
        assertThat(world.the(EverySiteDecided.class).unmet(release(release))).isPresent();

        assertRefused(decide(release, PausedDecision.RESUME), "failed-sites-open");
        assertRefused(world.the(PausedRollouts.class).resume(release), "not-decided");
        done(decide(release, PausedDecision.BACK_OUT_FAILED));
        done(world.the(BackOuts.class).order(release));
        assertThat(world.the(BackOuts.class).restore(release)).isFalse();
        assertThat(world.the(BackOuts.class).finish(release)).isEqualTo(new BackOuts.Over(false));
        done(decide(release, PausedDecision.RESUME));
        done(world.the(PausedRollouts.class).resume(release));
        Files.delete(trap);
        assertThat(world.wave(release, 2)).isInstanceOf(Rollouts.Passed.class);
        done(world.the(Rollouts.class).finish(release));

        assertThat(world.states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", RESTORED, "quito", VERIFIED));
        assertThat(figures(release).coveragePercent()).isEqualTo(66);
        assertThat(figures(release).proposal(50)).isEqualTo(Outcome.WITH_ISSUES);
        assertThat(figures(release).proposal(80)).isEqualTo(Outcome.FAILED);
        assertThat(world.the(EverySiteDecided.class).unmet(release(release))).isEmpty();
    }

    @Test
    void a_retry_is_the_next_attempt_of_the_failed_site_alone() throws IOException {
        ReleaseNumber release = world.started("basel oslo", "quito");
        Path trap = breakSite("oslo", release);
        world.wave(release, 1);
        Files.delete(trap);
        done(decide(release, PausedDecision.RETRY));
        done(world.the(PausedRollouts.class).resume(release));
        assertThat(world.wave(release, 1)).isInstanceOf(Rollouts.Passed.class);
        assertThat(world.the(SiteTargets.class).of(release))
                .extracting(Target::attempt)
                .containsExactlyInAnyOrder(1, 2, 1);
        assertThat(world.wave(release, 2)).isInstanceOf(Rollouts.Passed.class);
    }

    @Test
    void a_full_back_out_returns_last_in_first_out_and_waits_for_the_repair_of_a_site() throws IOException {
        ReleaseNumber release = world.started("basel", "oslo", "quito");
        world.wave(release, 1);
        world.wave(release, 2);
        Path trap = breakSite("quito", release);
        assertThat(world.wave(release, 3)).isInstanceOf(Rollouts.Stopped.class);
        Files.delete(trap);
        Path releases = world.place("oslo").resolve("releases");
        Files.move(releases, world.place("oslo").resolve("aside"));
        Files.writeString(releases, "in the way");
        done(decide(release, PausedDecision.BACK_OUT_ALL));
        done(world.the(BackOuts.class).order(release));

        assertThat(world.the(BackOuts.class).restore(release)).isTrue();
        assertThat(world.states(release))
                .isEqualTo(Map.of(
                        "basel", TargetState.BACKING_OUT, "oslo", TargetState.BACKOUT_FAILED, "quito", RESTORED));
        assertThat(release(release).state()).isEqualTo(ReleaseState.BACKOUT_FAILED);
        assertThat(world.the(BackOuts.class).finish(release)).isInstanceOf(BackOuts.NotOver.class);
        // Again without a repair: nothing is touched, the next site still waits.
        assertThat(world.the(BackOuts.class).restore(release)).isTrue();
        assertThat(world.states(release)).containsEntry("basel", TargetState.BACKING_OUT);
        Files.delete(releases);
        Files.move(world.place("oslo").resolve("aside"), releases);
        done(world.the(BackOuts.class).repaired(release, new Actor("dana"), "folder put back"));
        assertThat(world.the(BackOuts.class).restore(release)).isFalse();
        assertThat(world.the(BackOuts.class).finish(release)).isEqualTo(new BackOuts.Over(true));

        assertThat(world.states(release)).isEqualTo(Map.of("basel", RESTORED, "oslo", REPAIRED, "quito", RESTORED));
        assertThat(world.running("basel")).isEqualTo(baseline(release).digest());
        assertThat(world.place("basel").resolve("current")).isSymbolicLink();
        assertThat(Files.readSymbolicLink(world.place("basel").resolve("current")))
                .isEqualTo(Path.of("releases/baseline"));
        assertThat(world.the(Cmdb.class)
                        .find(world.id("oslo"), world.unit)
                        .orElseThrow()
                        .authorised())
                .isEqualTo(baseline(release));
        assertThat(figures(release).proposal(50)).isEqualTo(Outcome.BACKED_OUT);
    }

    @Test
    void a_wave_that_may_not_start_names_every_reason_and_touches_nothing() {
        ReleaseNumber release = world.started("basel", "oslo quito");
        world.closed.add(Refusal.of("freeze", "Year end freeze."));
        world.now = world.now.plusSeconds(3 * 86_400);
        UnitRevision other = world.accepted("1.0.9", release, "app.sh", "echo 9");
        world.the(Cmdb.class).observed(world.id("basel"), world.unit, other, true, world.now);
        done(world.the(Library.class)
                .attestScan(release(release).builtRevision(), new Actor("sofia"), false, "clamd 1.5", "late find"));

        assertThat(world.the(Rollouts.class).startWave(release, 1))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .contains(
                                        "outside-approved-window",
                                        "freeze",
                                        "predecessor-changed",
                                        "revision-not-accepted")
                                .hasSizeGreaterThanOrEqualTo(5));
        assertRefused(world.the(Installation.class).install(release, 1), "wave-not-started");
        done(world.the(Rollouts.class).hold(release, 1));
        assertThat(release(release).state()).isEqualTo(ReleaseState.PAUSED);
        assertThat(world.the(PausedRollouts.class).why(release)).contains("Year end freeze.");
        assertThat(world.running("basel")).isEqualTo(baseline(release).digest());
    }

    @Test
    void nothing_starts_without_a_signed_audit_of_its_sites() {
        ReleaseNumber release = world.prepared("basel", "oslo quito");
        world.move(release, ReleaseState.PRE_AUDITED);
        assertThat(world.the(Rollouts.class).start(release))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().reason()).contains("No signed audit BEFORE"));
    }

    @Test
    void work_that_was_done_and_not_recorded_is_found_done() {
        ReleaseNumber release = world.started("basel", "oslo", "quito");
        assertThat(world.the(Rollouts.class).startWave(release, 1)).isEqualTo(new Rollouts.Started());
        Library library = world.the(Library.class);
        Library.Holding holding = library.find(release(release).builtRevision()).orElseThrow();
        Distribution distribution = world.the(Distribution.class);
        distribution.distribute(world.site("basel"), world.unit, release.value(), holding.manifest(), library::fetch);
        distribution.activate(world.site("basel"), world.unit, release.value());

        done(world.the(Installation.class).install(release, 1));
        done(world.the(Installation.class).install(release, 1));
        assertThat(world.states(release)).containsEntry("basel", VERIFIED);
        assertThat(world.the(Rollouts.class).evaluate(release, 1)).isInstanceOf(Rollouts.Passed.class);
        assertThat(world.the(Rollouts.class).evaluate(release, 1)).isInstanceOf(Rollouts.NotOver.class);
    }

    @Test
    void a_wave_whose_sites_were_not_tried_is_not_over() {
        ReleaseNumber release = world.started("basel", "oslo quito");
        assertThat(world.the(Rollouts.class).evaluate(release, 1)).isInstanceOf(Rollouts.NotOver.class);
        assertThat(world.the(Rollouts.class).startWave(release, 2))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .containsExactly("earlier-wave-open"));
        world.the(Rollouts.class).startWave(release, 1);
        assertThat(world.the(Rollouts.class).evaluate(release, 1)).isInstanceOf(Rollouts.NotOver.class);
        assertRefused(world.the(Rollouts.class).finish(release), "sites-open");
    }

    @Test
    void a_site_that_runs_other_files_than_approved_is_left_alone() throws IOException {
        ReleaseNumber release = world.started("basel", "oslo quito");
        Files.writeString(world.place("basel").resolve("releases/baseline/notes.txt"), "altered");
        assertThat(world.wave(release, 1)).isInstanceOf(Rollouts.Stopped.class);
        assertThat(world.the(SiteTargets.class).of(release).getFirst().reason())
                .contains("it runs 'baseline' with files other than those of");
    }

    @Test
    void waves_without_a_readable_threshold_are_not_scheduled() {
        ReleaseNumber release = world.acceptedRelease(world.baseline());
        WavePlans plans = world.the(WavePlans.class);
        assertRefused(plans.schedule(release, Threshold.read(20)), "waves-missing");
        assertThat(plans.propose(1, 2))
                .isEqualTo(world.text("basel", "oslo quito").strip());
        done(plans.arrange(release, RITA, plans.propose(1, 2)));
        assertRefused(plans.schedule(release, Threshold.read("many")), "threshold-unreadable");
        world.closed.add(Refusal.of("freeze", "Year end freeze."));
        assertRefused(plans.schedule(release, Threshold.read(20)), "no-open-window");
        assertThat(release(release).state()).isEqualTo(ReleaseState.ACCEPTED);
    }

    /** A link where the revision should lie: the adapter never follows it. */
    private Path breakSite(String site, ReleaseNumber release) throws IOException {
        return Files.createSymbolicLink(
                world.place(site).resolve("releases").resolve(release.value()), Path.of("baseline"));
    }

    private Result decide(ReleaseNumber release, PausedDecision decision) {
        return world.the(PausedRollouts.class).decide(release, RITA, decision, "as agreed");
    }

    private Release release(ReleaseNumber number) {
        return world.the(Releases.class).get(number);
    }

    private RolloutFigures figures(ReleaseNumber number) {
        return world.the(SiteTargets.class).figures(number);
    }

    private UnitRevision baseline(ReleaseNumber release) {
        return Optional.ofNullable(
                        world.the(SiteTargets.class).of(release).getFirst().predecessor())
                .orElseThrow();
    }

    private static void assertRefused(Result result, String rule) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo(rule));
    }
}
