package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.BACKING_OUT;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.PREPARED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.cmdb.Unit;
import slipway.release.Outcome;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class SeveralPartsTest extends RolloutStory {
    private static final UnitId LIMITS = new UnitId("story-limits");

    @Autowired
    private SlowSites slowly;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_parts_of_a_site_follow_each_other_and_the_site_is_as_far_as_its_slowest_one() {
        ReleaseNumber release = started(threeParts("oslo"), "oslo");
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        assertThat(parts(release, "oslo")).containsExactly(VERIFIED, PREPARED, PREPARED);
        assertThat(states(release)).containsEntry("oslo", PREPARED);
        assertThat(workOnce()).isTrue();
        assertThat(workOnce()).isTrue();
        assertThat(workOnce()).isFalse();
        assertThat(parts(release, "oslo")).containsExactly(VERIFIED, VERIFIED, VERIFIED);
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Passed.class);
    }

    @Test
    void where_one_part_fails_the_later_ones_stop_and_the_site_counts_as_failed_once() {
        ReleaseNumber release = started(threeParts("a1", "a2", "a3", "a4", "a5"), "a1 a2 a3 a4 a5");
        breakSite("a1", PAYMENTS);

        // One of five sites is exactly 20 %, though two of its parts never came.
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(parts(release, "a1")).containsExactly(VERIFIED, FAILED, NOT_REACHED);
        assertThat(part(release, "a1", LIMITS).reason()).isEqualTo("rollout-payments failed at the site before");
        assertThat(states(release)).containsEntry("a1", FAILED).containsEntry("a2", VERIFIED);
        assertThat(targets.figures(release).failed()).isEqualTo(1);
        assertThat(told(release, RolloutEvent.WavePassed.class))
                .containsExactly(new RolloutEvent.WavePassed(1, 5, 4, 1));
    }

    @Test
    void a_retry_goes_on_with_the_part_that_failed() {
        ReleaseNumber release = started(threeParts("oslo"), "oslo");
        Mending mending = breakSite("oslo", PAYMENTS);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        mending.mend();
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(parts(release, "oslo")).containsExactly(VERIFIED, VERIFIED, VERIFIED);
        assertThat(targets.of(release)).extracting(Target::attempt).containsExactly(1, 2, 1);
        assertThat(told(release, RolloutEvent.SiteActivated.class)).hasSize(3);
        done(rollouts.finish(release));
    }

    @Test
    void a_failed_site_returns_with_all_of_its_parts_and_gets_no_other() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        Mending mending = breakSite("oslo", PAYMENTS);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        mending.mend();
        assertThat(backedOut(release, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));
        assertThat(parts(release, "oslo")).containsExactly(RESTORED, RESTORED, NOT_REACHED);
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", RESTORED));
        assertThat(holds(release, "oslo", CHECK)).isFalse();
        assertThat(holds(release, "oslo", LIMITS)).isFalse();

        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NoMoreWaves());
        done(rollouts.finish(release));
        assertThat(targets.figures(release).proposal(50)).isEqualTo(Outcome.WITH_ISSUES);
        assertThat(item("oslo", CHECK).authorised())
                .isEqualTo(item("oslo", CHECK).verified());
    }

    @Test
    void a_site_that_had_some_of_its_parts_and_returned_is_not_called_never_reached() {
        ReleaseNumber release = started(threeParts("oslo", "quito"), "oslo", "quito");
        Mending mending = breakSite("oslo", PAYMENTS);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        mending.mend();
        assertThat(backedOut(release, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));
        paused.decide(release, RITA, PausedDecision.END_HERE, "enough", Set.of());
        paused.decide(release, CARL, PausedDecision.END_HERE, "enough", Set.of());
        done(paused.endHere(release));

        assertThat(told(release, RolloutEvent.RolloutEndedEarly.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.notReached()).containsExactly(new SiteId("quito")));
        assertThat(states(release)).isEqualTo(Map.of("oslo", RESTORED, "quito", NOT_REACHED));
    }

    @Test
    void a_site_stays_reserved_until_its_last_part_is_back() {
        ReleaseNumber release = started(threeParts("oslo"), "oslo");
        Mending mending = breakSite("oslo", PAYMENTS);
        assertThat(wave(release)).isInstanceOf(Rollouts.Stopped.class);
        mending.mend();
        decided(release, PausedDecision.BACK_OUT_FAILED);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        assertThat(workOnce()).isTrue();
        assertThat(parts(release, "oslo")).containsExactly(BACKING_OUT, RESTORED, NOT_REACHED);
        assertThat(holds(release, "oslo", CHECK)).isTrue();
        assertThat(holds(release, "oslo", PAYMENTS)).isTrue();
        work();
        assertThat(reservations.held(release)).isEmpty();
    }

    @Test
    void a_stop_is_seen_between_two_parts_and_the_site_goes_on_with_the_rest() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        done(stops.stop(release, OLGA, "Customers call"));
        assertThat(workOnce()).as("another part begins").isFalse();
        assertThat(parts(release, "basel")).containsExactly(VERIFIED, NOT_REACHED, NOT_REACHED);
        assertThat(states(release)).isEqualTo(Map.of("basel", NOT_REACHED, "oslo", NOT_REACHED));
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);

        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", VERIFIED));
        assertThat(told(release, RolloutEvent.WaveStarted.class))
                .containsExactly(new RolloutEvent.WaveStarted(1, 2), new RolloutEvent.WaveStarted(1, 2));
        assertThat(told(release, RolloutEvent.SiteVerified.class))
                .filteredOn(event -> event.site().equals(new SiteId("basel")))
                .hasSize(3);
    }

    @Test
    void a_site_that_a_stop_left_between_two_parts_is_returned_before_the_rollout_ends() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        done(stops.stop(release, OLGA, "Customers call"));
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Stopped.class);
        UnitRevision before = Objects.requireNonNull(targets.of(release).stream()
                .filter(part -> part.state() == VERIFIED)
                .findFirst()
                .orElseThrow()
                .predecessor());
        assertThat(paused.decide(release, RITA, PausedDecision.END_HERE, "enough", Set.of()))
                .isInstanceOfSatisfying(
                        PausedRollouts.NotDecided.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo("sites-half-way"));

        assertThat(backedOut(release, PausedDecision.BACK_OUT_FAILED)).isEqualTo(new BackOuts.Over(false));
        assertThat(parts(release, "basel")).containsExactly(RESTORED, NOT_REACHED, NOT_REACHED);
        assertThat(running("basel", before.unit())).isEqualTo(before.digest());
        assertThat(paused.decide(release, RITA, PausedDecision.END_HERE, "enough", Set.of()))
                .isInstanceOf(PausedRollouts.Proposed.class);
        assertThat(paused.decide(release, CARL, PausedDecision.END_HERE, "enough", Set.of()))
                .isEqualTo(new PausedRollouts.Decided());
        done(paused.endHere(release));
    }

    @Test
    void an_rfc_that_is_taken_back_lets_the_site_that_was_begun_have_the_rest_of_its_parts() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        done(stops.haltBetweenSites(release, CARL, "RFC-1 was withdrawn"));
        work();
        assertThat(parts(release, "basel")).containsExactly(VERIFIED, VERIFIED, VERIFIED);
        assertThat(parts(release, "oslo")).containsExactly(NOT_REACHED, NOT_REACHED, NOT_REACHED);
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped("RFC-1 was withdrawn"));
    }

    @Test
    void whoever_stops_the_rollout_after_an_rfc_was_taken_back_cuts_its_sites_off_and_no_rfc_mends_that() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        int wave = begin(release);
        assertThat(workOnce()).isTrue();
        done(stops.haltBetweenSites(release, CARL, "RFC-1 was withdrawn"));
        done(stops.stop(release, OLGA, "Customers call"));
        assertThat(workOnce()).isFalse();
        assertThat(parts(release, "basel")).containsExactly(VERIFIED, NOT_REACHED, NOT_REACHED);
        assertThat(rollouts.evaluate(release, wave))
                .isEqualTo(new Rollouts.Stopped("RFC-1 was withdrawn Stopped by Olga: Customers call"));
    }

    @Test
    void past_the_window_a_site_that_was_begun_gets_the_rest_of_its_parts_and_no_other_begins() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        int wave = firstOfThree(release);
        clock.turn(Duration.ofHours(8));
        work();
        assertThat(parts(release, "basel")).containsExactly(VERIFIED, VERIFIED, VERIFIED);
        assertThat(parts(release, "oslo")).containsExactly(NOT_REACHED, NOT_REACHED, NOT_REACHED);
        assertThat(told(release, RolloutEvent.SitesNotReached.class))
                .singleElement()
                .satisfies(event -> assertThat(event.sites()).containsExactly(new SiteId("oslo")));
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped(Wave.WINDOW_PASSED));
    }

    @Test
    void past_the_window_the_rest_comes_also_where_its_work_broke_off_and_a_wave_that_misses_nothing_passes() {
        ReleaseNumber release = started(threeParts("basel"), "basel");
        int wave = firstOfThree(release);
        clock.turn(Duration.ofHours(8));
        brokenOff();
        assertThat(parts(release, "basel")).containsExactly(VERIFIED, PREPARED, PREPARED);
        clock.turn(Duration.ofSeconds(10));
        work();
        assertThat(parts(release, "basel")).containsExactly(VERIFIED, VERIFIED, VERIFIED);
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.Passed.class);
    }

    @Test
    void the_rest_that_broke_off_comes_again_after_the_window_stopped_the_wave() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        int wave = firstOfThree(release);
        clock.turn(Duration.ofHours(8));
        assertThat(workOnce()).as("oslo is too late").isTrue();
        brokenOff();
        assertThat(rollouts.evaluate(release, wave)).isInstanceOf(Rollouts.NotOver.class);
        clock.turn(Duration.ofSeconds(10));
        work();
        assertThat(states(release)).isEqualTo(Map.of("basel", VERIFIED, "oslo", NOT_REACHED));
    }

    @Test
    void whoever_stops_the_rollout_past_its_window_ends_the_rest_of_its_sites_too() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        int wave = firstOfThree(release);
        clock.turn(Duration.ofHours(8));
        assertThat(workOnce()).as("oslo is too late").isTrue();
        assertThat(parts(release, "basel")).containsExactly(VERIFIED, PREPARED, PREPARED);
        done(stops.stop(release, OLGA, "Customers call"));
        assertThat(workOnce()).as("another part begins").isFalse();
        assertThat(parts(release, "basel")).containsExactly(VERIFIED, NOT_REACHED, NOT_REACHED);
        assertThat(rollouts.evaluate(release, wave))
                .isEqualTo(new Rollouts.Stopped(Wave.WINDOW_PASSED + " Stopped by Olga: Customers call"));
    }

    @Test
    void a_site_in_somebody_s_hands_when_the_window_passed_that_was_not_begun_gets_none_of_its_parts() {
        ReleaseNumber release = started(threeParts("basel", "oslo"), "basel oslo");
        int wave = begin(release);
        inSomebodysHands(release, "oslo", true);
        clock.turn(Duration.ofHours(8));
        assertThat(workOnce()).as("basel is too late").isTrue();
        assertThat(parts(release, "oslo")).containsExactly(PREPARED, PREPARED, PREPARED);
        inSomebodysHands(release, "oslo", false);
        work();
        assertThat(parts(release, "oslo")).containsExactly(NOT_REACHED, NOT_REACHED, NOT_REACHED);
        assertThat(rollouts.evaluate(release, wave)).isEqualTo(new Rollouts.Stopped(Wave.WINDOW_PASSED));
    }

    /** The first part of the first site is verified; the first one of the next site is due before the second one there. */
    private int firstOfThree(ReleaseNumber release) {
        int wave = begin(release);
        clock.turn(Duration.ofMillis(1));
        assertThat(workOnce()).isTrue();
        return wave;
    }

    /** The next work that copies files breaks off before that is written. */
    private void brokenOff() {
        slowly.afterDistribution(() -> {
            throw new IllegalStateException("the network went away");
        });
        assertThat(workOnce()).isTrue();
    }

    /** Of the order for the first part at a site. */
    private void inSomebodysHands(ReleaseNumber release, String site, boolean held) {
        jdbc.sql("update slipway.site_order set HELD where release = ? and site = ? and place = 0"
                        .replace(
                                "HELD",
                                held
                                        ? "state = 'CLAIMED', worker = 'a test', lease_until = 'infinity'"
                                        : "state = 'OPEN', worker = null, lease_until = null"))
                .params(release.value(), site)
                .update();
    }

    private List<TargetState> parts(ReleaseNumber release, String site) {
        return targets.of(release).stream()
                .filter(target -> target.site().value().equals(site))
                .map(Target::state)
                .toList();
    }

    private ReleaseNumber threeParts(String... names) {
        cmdb.registerUnit(new Unit.Software(LIMITS, "Limits", new Unit.Repository("repositories/limits.git")));
        sites(names);
        for (UnitId unit : List.of(CHECK, PAYMENTS, LIMITS)) {
            baseline(made(unit, "1.0.0"), names);
        }
        List<UnitRevision> revisions = List.of(made(CHECK, "1.1.0"), made(PAYMENTS, "2.0.0"), made(LIMITS, "3.0.0"));
        return accepted(revisions, names);
    }
}
