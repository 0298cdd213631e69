package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.BACKING_OUT;
import static slipway.rollout.TargetState.BACKOUT_FAILED;
import static slipway.rollout.TargetState.REPAIRED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.site.Order;
import slipway.site.port.Inventory;

/** What a person is told, and what counts, where a site returns by hand and something came between. */
class ReturnsByHandTest extends OrdersInHand {

    @Test
    void with_nothing_left_to_return_to_a_person_is_told_to_leave_the_site_as_it_is() {
        ReleaseNumber release = verifiedByHand();
        Order back = back(release);
        done(library.recall(before, new Actor("sofia"), "a hole"));
        assertThat(restores.instruction(back).todo())
                .startsWith("Leave rollout-check at basel as it is: nothing is left that it may return to");
        assertThat(restores.instruction(back).changed()).as("nothing is signed").isFalse();

        done(restores.byHand(back, sure(), DANA, seen(files(revision)), ""));
        assertThat(states(release)).containsEntry("basel", VERIFIED);
        assertThat(part(release, "basel", CHECK).leftAlone()).startsWith("nothing is left that it may return to");
        assertThat(item("basel", CHECK).authorised()).isEqualTo(revision);
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
    }

    @Test
    void what_was_seen_to_run_something_else_is_left_alone_by_hand_too() {
        ReleaseNumber release = verifiedByHand();
        third = made(CHECK, "1.2.0");
        observed(new Content.Known(third));
        Order back = back(release);
        assertThat(restores.instruction(back).todo())
                .startsWith("Return rollout-check at basel to " + before)
                .contains("Where there is still " + third + ", as was seen last, leave it as it is.");

        done(restores.byHand(back, sure(), DANA, seen(files(third)), ""));
        assertThat(states(release)).containsEntry("basel", VERIFIED);
        assertThat(part(release, "basel", CHECK).leftAlone())
                .startsWith("it does not run this release but rollout-check 1.2.0");
        assertThat(item("basel", CHECK).authorised())
                .as("no audit asks for what was backed out")
                .isEqualTo(before);
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
    }

    @Test
    void what_nobody_knows_is_left_alone_where_it_was_seen_and_nothing_where_the_unit_was_seen_to_be_gone() {
        ReleaseNumber release = verifiedByHand();
        List<Manifest.Entry> handmade = List.of(new Manifest.Entry("own.sh", Digest.of("by hand"), 7, true));
        observed(Recognition.content(List.of(), handmade, List.of()));
        Order back = back(release);
        assertThat(restores.instruction(back).todo()).doesNotContain("Where there is still");
        refused(restores.byHand(back, sure(), DANA, new Inventory.NothingInstalled(), ""), "inventory-differs");
        observed(new Content.Absent());
        refused(restores.byHand(back, sure(), DANA, seen(handmade), ""), "inventory-differs");
        assertThat(restores.instruction(back).todo()).contains("Where there is still nothing installed, as was seen");

        observed(Recognition.content(List.of(), handmade, List.of()));
        done(restores.byHand(back, sure(), DANA, seen(handmade), ""));
        assertThat(part(release, "basel", CHECK).leftAlone()).startsWith("it does not run this release but unknown");
    }

    @Test
    void a_slip_of_the_pen_and_altered_files_of_the_release_are_not_what_something_else_runs() {
        ReleaseNumber release = verifiedByHand();
        third = made(CHECK, "1.2.0");
        Order back = back(release);
        refused(restores.byHand(back, sure(), DANA, seen(files(third)), ""), "inventory-differs");

        List<Manifest.Entry> altered = new ArrayList<>(files(revision));
        altered.add(new Manifest.Entry("planted.sh", Digest.of("planted"), 7, true));
        observed(Recognition.content(library.of(CHECK), altered, List.of()));
        assertThat(item("basel", CHECK).observed()).isInstanceOf(Content.Unknown.class);
        refused(restores.byHand(back, sure(), DANA, seen(altered), ""), "inventory-differs");
        assertThat(states(release)).containsEntry("basel", BACKING_OUT);
    }

    @Test
    void what_was_never_switched_is_only_looked_at_where_what_it_ran_is_recalled_and_nobody_brings_that_back() {
        ReleaseNumber release = notInstalled();
        Order back = latestBack(release);
        assertThat(restores.instruction(back).changed()).isTrue();
        done(library.recall(before, new Actor("sofia"), "a hole"));
        assertThat(restores.instruction(back).todo())
                .isEqualTo("Look at rollout-check at basel and change nothing: it was never switched there, and "
                        + before + ", which it ran, may not be installed any more. Report what is there.");
        assertThat(restores.instruction(back).changed()).as("nothing is signed").isFalse();

        done(restores.byHand(back, sure(), DANA, seen(files(before)), ""));
        assertThat(states(release)).containsEntry("basel", RESTORED);
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
    }

    @Test
    void what_was_never_switched_and_runs_something_else_is_repaired_but_not_with_what_is_recalled() {
        ReleaseNumber release = notInstalled();
        done(library.recall(before, new Actor("sofia"), "a hole"));
        refused(restores.byHand(latestBack(release), lost(), DANA, seen(files(revision)), ""), "order-over");
        done(restores.byHand(latestBack(release), sure(), DANA, seen(files(revision)), ""));

        assertThat(states(release)).containsEntry("basel", BACKOUT_FAILED);
        assertThat(part(release, "basel", CHECK).reason())
                .startsWith("dana reported that it runs 'by hand'")
                .contains("it was never switched there, and " + before + ", which it ran, may not be installed");
        assertThat(backOuts.stuck(release))
                .singleElement()
                .satisfies(broken -> assertThat(broken.toRun()).isEqualTo(new Content.Absent().toString()));
        done(backOuts.repaired(release, DANA, "taken away"));
        Order again = latestBack(release);
        assertThat(restores.instruction(again).todo()).startsWith("Remove rollout-check at basel.");
        refused(restores.byHand(again, sure(), DANA, seen(files(before)), ""), "inventory-differs");
        done(restores.byHand(again, sure(), DANA, new Inventory.NothingInstalled(), ""));
        assertThat(states(release)).containsEntry("basel", REPAIRED);
    }

    @Test
    void the_page_says_of_what_was_never_switched_that_it_is_only_looked_at() {
        ReleaseNumber release = failedByHand();
        assertThat(paused.situation(release).returns())
                .extracting(PausedRollouts.Return::what)
                .containsExactly("was never switched and is looked at; it returns to " + before
                        + " where it does not run that as before");
        done(library.recall(before, new Actor("sofia"), "a hole"));
        assertThat(paused.situation(release).returns())
                .extracting(PausedRollouts.Return::what)
                .containsExactly("was never switched and is only looked at, to run " + before
                        + " as before; nobody installs that, for it is recalled");
    }

    /** Nobody could install it at the site, and it is to return. */
    private ReleaseNumber notInstalled() {
        ReleaseNumber release = failedByHand();
        decided(release, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        return release;
    }

    private ReleaseNumber failedByHand() {
        ReleaseNumber release = byHand();
        done(handler.byHand(order(release, "basel"), sure(), DANA, new Inventory.Unreadable("the door is locked"), ""));
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Stopped.class);
        return release;
    }

    private void observed(Content content) {
        cmdb.observed(new SiteId("basel"), CHECK, content, false, clock.instant());
    }

    /** The site runs the release, as a person reported. */
    private ReleaseNumber verifiedByHand() {
        ReleaseNumber release = byHand();
        reported(release, revision);
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Passed.class);
        return release;
    }
}
