package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.BACKOUT_FAILED;
import static slipway.rollout.TargetState.REPAIRED;
import static slipway.rollout.TargetState.VERIFIED;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.shared.Content;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.site.Order;
import slipway.site.port.Inventory;

class RestoreHandlerTest extends OrdersInHand {
    @Test
    void a_person_returns_a_site_by_hand() {
        ReleaseNumber release = byHand();
        Order order = installedAndBack(release);
        assertThat(restores.instruction(order).todo()).startsWith("Return rollout-check at basel to " + before);
        assertThat(restores.instruction(order).revision()).contains(before);
        assertThat(restores.instruction(order).files()).isEqualTo(files(before));
        refused(restores.byHand(order, sure(), DANA, seen(files(revision)), ""), "inventory-differs");
        List<Manifest.Entry> former = files(before);
        refused(restores.byHand(order, lost(), DANA, seen(former), ""), "order-over");
        refused(restores.byHand(order, lost(), DANA, new Inventory.Unreadable("the door is locked"), ""), "order-over");
        done(restores.byHand(order, sure(), DANA, seen(former), ""));
        assertThat(states(release)).containsEntry("basel", TargetState.RESTORED);
        assertThat(told(release, RolloutEvent.SiteRestored.class))
                .as("what had been switched on was returned, whoever did that")
                .extracting(RolloutEvent.SiteRestored::switched)
                .containsExactly(true);
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
    }

    @Test
    void a_person_reports_that_a_site_could_not_be_returned_and_returns_it_when_it_is_repaired() {
        ReleaseNumber release = byHand();
        Order order = installedAndBack(release);
        done(restores.byHand(order, sure(), DANA, new Inventory.Unreadable("no key"), ""));
        assertThat(states(release)).containsEntry("basel", BACKOUT_FAILED);
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("dana could not return it: no key");
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Stuck());

        done(backOuts.repaired(release, DANA, "the key was found"));
        done(restores.byHand(latestBack(release), sure(), DANA, seen(files(before)), ""));
        assertThat(states(release)).containsEntry("basel", REPAIRED);
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
    }

    @Test
    void an_order_that_failed_for_good_is_a_site_that_could_not_be_returned_and_one_that_has_ended_stays_as_it_is() {
        ReleaseNumber release = begun("basel");
        work();
        rollouts.evaluate(release, 1);
        Order order = back(release);
        restores.gaveUp(order, sure(), "the disk is full");
        assertThat(states(release)).containsEntry("basel", BACKOUT_FAILED);
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("the disk is full");
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Stuck());
        restores.gaveUp(order, sure(), "again");
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("the disk is full");
    }

    @Test
    void a_person_returns_no_site_that_a_later_release_reached_meanwhile() {
        ReleaseNumber release = byHand();
        ReleaseNumber later = laterByHand(release);
        Order back = back(release);
        reported(later, third);
        assertThat(restores.instruction(back).todo())
                .startsWith("Leave rollout-check at basel as it is: " + later + " lies on top");
        assertThat(restores.instruction(back).changed()).isFalse();

        refused(restores.byHand(back, lost(), DANA, seen(files(before)), ""), "order-over");
        done(restores.byHand(back, sure(), DANA, seen(files(before)), ""));
        assertThat(states(release)).containsEntry("basel", VERIFIED);
        assertThat(part(release, "basel", CHECK).leftAlone()).startsWith(later + " lies on top");
        assertThat(item("basel", CHECK).authorisedBy()).isEqualTo(later);
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(before));
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
    }

    private Order installedAndBack(ReleaseNumber release) {
        reported(release, revision);
        rollouts.evaluate(release, 1);
        return back(release);
    }
}
