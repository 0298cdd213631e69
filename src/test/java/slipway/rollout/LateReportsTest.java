package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.RESTORED;

import org.junit.jupiter.api.Test;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.site.Batch;
import slipway.site.Order;
import slipway.site.port.Inventory;

/** What a person reports of a site after the rollout was stopped and its order taken back. */
class LateReportsTest extends OrdersInHand {

    @Test
    void what_was_installed_before_its_work_was_taken_back_is_a_failed_site_that_people_decide_on() {
        ReleaseNumber release = stopped();
        Order order = takenBack(release);
        assertThat(handler.instruction(order).changed()).as("nothing is signed").isFalse();
        assertThat(handler.instruction(order).todo())
                .startsWith("Install nothing of rollout-check at basel any more")
                .endsWith("Report what is there.");

        done(handler.late(order, DANA, seen(files(revision))));
        assertThat(states(release)).containsEntry("basel", FAILED);
        assertThat(part(release, "basel", CHECK).reason())
                .isEqualTo("reported after the wave was stopped: there is " + revision);
        assertThat(part(release, "basel", CHECK).activated()).isTrue();
        assertThat(told(release, RolloutEvent.FirstActivation.class)).hasSize(1);
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(revision));
        assertThat(item("basel", CHECK).authorised()).isEqualTo(revision);

        decided(release, PausedDecision.BACK_OUT_FAILED);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        done(restores.byHand(latestBack(release), sure(), DANA, seen(files(before)), ""));
        assertThat(states(release)).containsEntry("basel", RESTORED);
        assertThat(item("basel", CHECK).authorised()).isEqualTo(before);
    }

    @Test
    void what_was_left_as_it_was_or_not_seen_is_kept_and_nothing_more() {
        ReleaseNumber release = stopped();
        done(handler.late(takenBack(release), DANA, seen(files(before))));
        assertThat(states(release)).containsEntry("basel", NOT_REACHED);
        done(handler.late(takenBack(release), DANA, new Inventory.Unreadable("not done: the door is locked")));
        assertThat(states(release)).containsEntry("basel", NOT_REACHED);
        assertThat(told(release, RolloutEvent.SiteReportedLate.class))
                .extracting(RolloutEvent.SiteReportedLate::words)
                .containsExactly(
                        "rollout-check at basel reported after its work was taken back: there is " + before + ".",
                        "rollout-check at basel reported after its work was taken back: not done: the door is locked.");
    }

    @Test
    void what_was_left_half_done_is_a_failed_site_that_was_never_switched() {
        ReleaseNumber release = stopped();
        done(handler.late(takenBack(release), DANA, seen(files(revision).subList(0, 1))));
        assertThat(states(release)).containsEntry("basel", FAILED);
        assertThat(part(release, "basel", CHECK).activated()).isFalse();
        assertThat(item("basel", CHECK).observed()).isInstanceOf(Content.Unknown.class);
        assertThat(item("basel", CHECK).authorised()).isEqualTo(before);
    }

    @Test
    void what_was_brought_there_instead_is_returned_like_what_the_release_did() {
        ReleaseNumber release = stopped();
        third = made(CHECK, "1.2.0");
        done(handler.late(takenBack(release), DANA, seen(files(third))));
        decided(release, PausedDecision.BACK_OUT_FAILED);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        Order back = latestBack(release);
        assertThat(restores.instruction(back).todo()).doesNotContain("leave it as it is");
        assertThat(restores.byHand(back, sure(), DANA, seen(files(third)), ""))
                .as("it is still to be returned")
                .isInstanceOf(Result.Refused.class);
        done(restores.byHand(back, sure(), DANA, seen(files(before)), ""));
        assertThat(states(release)).containsEntry("basel", RESTORED);
    }

    @Test
    void what_was_left_half_done_and_not_begun_again_stays_a_failed_site() {
        ReleaseNumber release = stopped();
        done(handler.late(takenBack(release), DANA, seen(files(revision).subList(0, 1))));
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));
        begin(release);
        done(stops.stop(release, RITA, "Wait again"));
        assertThat(states(release)).containsEntry("basel", FAILED);
        assertThat(part(release, "basel", CHECK).reason()).startsWith("the next attempt was not begun: ");
    }

    @Test
    void what_is_reported_before_the_site_is_begun_again_is_decided_on_like_any_failed_site() {
        ReleaseNumber release = stopped();
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        done(handler.late(takenBack(release), DANA, seen(files(revision))));
        assertThat(states(release)).containsEntry("basel", FAILED);
        assertThat(rollouts.startWave(release, 1))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(reason -> reason.rule())
                                .contains("failed-site-undecided"));
    }

    @Test
    void what_was_ordered_again_by_then_is_only_kept() {
        ReleaseNumber release = stopped();
        Order first = takenBack(release);
        decided(release, PausedDecision.RESUME);
        done(paused.resume(release));
        begin(release);
        done(handler.late(first, DANA, seen(files(revision))));
        assertThat(states(release)).containsEntry("basel", TargetState.PLANNED);
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(revision));
        assertThat(item("basel", CHECK).authorised()).isEqualTo(before);
    }

    /** The order waits for a person, and the rollout is stopped then. */
    private ReleaseNumber stopped() {
        ReleaseNumber release = byHand();
        done(stops.stop(release, RITA, "Wait"));
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Stopped.class);
        assertThat(states(release)).containsEntry("basel", NOT_REACHED);
        return release;
    }

    private Order takenBack(ReleaseNumber release) {
        return orders.latest(new Batch(Order.Kind.INSTALL, release, 1), new SiteId("basel"), CHECK)
                .orElseThrow();
    }
}
