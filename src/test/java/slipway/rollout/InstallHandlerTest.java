package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slipway.rollout.TargetState.FAILED;
import static slipway.rollout.TargetState.VERIFIED;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.cmdb.Site;
import slipway.library.Library;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.site.Channels;
import slipway.site.Lease;
import slipway.site.Order;
import slipway.site.port.Distribution;
import slipway.site.port.Inventory;
import slipway.site.port.Testable;

class InstallHandlerTest extends OrdersInHand {
    @Autowired
    private Channels channels;

    @Autowired
    private SlowSites slowly;

    @Autowired
    private InstallJobs jobs;

    @Autowired
    private InstallRecords records;

    @Autowired
    private LateReports late;

    @Autowired
    private TargetMoves moves;

    @Autowired
    private TargetTable targetTable;

    @Test
    void a_step_that_was_done_but_not_written_is_found_done() {
        ReleaseNumber release = begun("basel");
        Library.Holding holding = library.find(revision).orElseThrow();
        Distribution distribution = channels.distribution(cmdb.site(new SiteId("basel")));
        distribution.distribute(
                cmdb.site(new SiteId("basel")), CHECK, release.value(), holding.manifest(), library::fetch);
        distribution.activate(cmdb.site(new SiteId("basel")), CHECK, release.value());
        work();
        assertThat(states(release)).containsEntry("basel", VERIFIED);
    }

    @Test
    void a_site_is_authorised_before_it_is_switched_and_one_that_was_not_is_not() {
        ReleaseNumber release = begun("basel", "oslo");
        breakSite("oslo", CHECK);
        slowly.afterActivation(
                () -> assertThat(item("basel", CHECK).authorised()).isEqualTo(revision));
        assertThat(item("basel", CHECK).authorised()).isEqualTo(before);
        work();
        assertThat(item("basel", CHECK).authorisedBy()).isEqualTo(release);
        assertThat(states(release)).containsEntry("oslo", FAILED);
        assertThat(item("oslo", CHECK).authorised()).isEqualTo(before);
    }

    @Test
    void a_site_that_could_not_be_switched_is_authorised_for_what_it_ran() {
        ReleaseNumber release = begun("basel");
        slowly.afterDistribution(() -> breakSite("basel", CHECK));
        work();
        assertThat(part(release, "basel", CHECK).reason()).startsWith("activation: ");
        assertThat(part(release, "basel", CHECK).activated()).isFalse();
        assertThat(item("basel", CHECK).authorised()).isEqualTo(before);
        assertThat(item("basel", CHECK).authorisedBy()).isNull();
    }

    @Test
    void a_site_that_was_switched_stays_the_release_s_when_its_next_attempt_fails_before_its_switch() {
        ReleaseNumber release = begun("basel");
        List<Mending> unreadable = new ArrayList<>();
        slowly.afterActivation(() -> unreadable.add(breakSite("basel", CHECK)));
        work();
        unreadable.getFirst().mend();
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Stopped.class);
        decided(release, PausedDecision.RETRY);
        done(paused.resume(release));
        begin(release);
        slowly.afterDistribution(() -> breakSite("basel", CHECK));
        work();
        assertThat(part(release, "basel", CHECK).reason()).startsWith("activation: ");
        assertThat(part(release, "basel", CHECK).activated()).isTrue();
        assertThat(item("basel", CHECK).authorised()).isEqualTo(revision);
        assertThat(item("basel", CHECK).authorisedBy()).isEqualTo(release);
    }

    @Test
    void a_site_that_runs_other_files_than_the_go_was_given_for_is_left_alone_and_they_are_unknown_content()
            throws IOException {
        ReleaseNumber release = begun("basel");
        Files.writeString(place("basel", CHECK).resolve("releases/baseline/notes.txt"), "altered");
        work();
        assertThat(part(release, "basel", CHECK).reason()).startsWith("it runs 'baseline' with files other than");
        assertThat(item("basel", CHECK).observed()).isInstanceOf(Content.Unknown.class);
        assertThat(item("basel", CHECK).verified()).isEqualTo(before);
        assertThat(place("basel", CHECK).resolve("releases").resolve(release.value()))
                .doesNotExist();
    }

    @Test
    void foreign_files_after_the_switch_are_unknown_content_and_not_nothing() {
        ReleaseNumber release = begun("basel");
        slowly.afterActivation(() -> plant("basel", release.value()));
        work();
        assertThat(states(release)).containsEntry("basel", FAILED);
        assertThat(part(release, "basel", CHECK).activated()).isTrue();
        assertThat(item("basel", CHECK).observed()).isInstanceOf(Content.Unknown.class);
        assertThat(item("basel", CHECK).authorised()).isEqualTo(revision);
        assertThat(told(release, RolloutEvent.SiteFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.activated()).isTrue());
    }

    @Test
    void what_is_recalled_while_a_wave_runs_comes_to_no_further_site() {
        ReleaseNumber release = begun("basel", "oslo");
        assertThat(workOnce()).isTrue();
        done(library.recall(revision, new Actor("sofia"), "a hole"));
        work();
        assertThat(states(release)).containsEntry("basel", VERIFIED).containsEntry("oslo", FAILED);
        assertThat(part(release, "oslo", CHECK).reason()).endsWith("may not be installed: it is recalled");
        assertThat(running("oslo", CHECK)).isEqualTo(before.digest());
        assertThat(place("oslo", CHECK).resolve("releases").resolve(release.value()))
                .as("what was copied there before it was refused")
                .doesNotExist();
        assertThat(told(release, RolloutEvent.SiteDistributed.class))
                .extracting(event -> event.site().value())
                .containsExactly("basel");
    }

    @Test
    void what_is_recalled_while_it_is_copied_to_a_site_is_not_switched_on_there() {
        ReleaseNumber release = begun("basel");
        slowly.afterDistribution(() -> done(library.recall(revision, new Actor("sofia"), "a hole")));
        work();
        assertThat(states(release)).containsEntry("basel", FAILED);
        assertThat(part(release, "basel", CHECK).reason()).endsWith("may not be installed: it is recalled");
        assertThat(part(release, "basel", CHECK).activated()).isFalse();
        assertThat(running("basel", CHECK)).isEqualTo(before.digest());
        assertThat(item("basel", CHECK).authorised()).isEqualTo(before);
    }

    @Test
    void a_person_who_reports_what_was_recalled_meanwhile_reports_a_failed_site() {
        ReleaseNumber release = byHand();
        done(library.recall(revision, new Actor("sofia"), "a hole"));
        assertThat(handler.instruction(order(release, "basel")).todo())
                .isEqualTo("Install nothing of rollout-check at basel, leave it as it is: " + revision
                        + " may not be installed: it is recalled. Report what is there.");
        assertThat(handler.instruction(order(release, "basel")).changed())
                .as("nothing is signed")
                .isFalse();
        List<Manifest.Entry> files =
                library.find(revision).orElseThrow().manifest().entries();
        refused(handler.byHand(order(release, "basel"), lost(), DANA, seen(files), ""), "order-over");
        done(handler.byHand(order(release, "basel"), sure(), DANA, seen(files), ""));
        assertThat(part(release, "basel", CHECK).reason()).endsWith("may not be installed: it is recalled");
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(revision));
        assertThat(item("basel", CHECK).authorised())
                .as("what somebody has switched on stays the release's until it is returned")
                .isEqualTo(revision);
        isSwitchedAndReturnsToNothingThatIsRecalled(release);
    }

    @Test
    void what_was_recalled_when_it_was_switched_on_but_that_not_written_is_a_failed_site_that_was_switched() {
        ReleaseNumber release = begun("basel");
        slowly.afterActivation(() -> {
            done(library.recall(revision, new Actor("sofia"), "a hole"));
            throw new IllegalStateException("the connection is gone");
        });
        assertThat(workOnce()).isTrue();
        assertThat(states(release)).containsEntry("basel", TargetState.DISTRIBUTED);
        clock.turn(Duration.ofSeconds(10));
        work();
        assertThat(part(release, "basel", CHECK).reason()).endsWith("may not be installed: it is recalled");
        isSwitchedAndReturnsToNothingThatIsRecalled(release);
        assertThat(running("basel", CHECK)).isEqualTo(revision.digest());
    }

    private void isSwitchedAndReturnsToNothingThatIsRecalled(ReleaseNumber release) {
        assertThat(states(release)).containsEntry("basel", FAILED);
        assertThat(part(release, "basel", CHECK).activated()).isTrue();
        assertThat(told(release, RolloutEvent.FirstActivation.class)).hasSize(1);
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Stopped.class);
        done(library.recall(before, new Actor("sofia"), "a hole, too"));
        decided(release, PausedDecision.BACK_OUT_FAILED);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.NothingToReturn());
        assertThat(part(release, "basel", CHECK).leftAlone()).contains("nothing is left that it may return to");
        assertThat(item("basel", CHECK).authorisedBy()).isEqualTo(release);
    }

    @Test
    void an_order_that_failed_for_good_fails_its_site_and_one_that_has_ended_stays_as_it_is() {
        ReleaseNumber release = begun("basel");
        Order order = order(release, "basel");
        handler.gaveUp(order, sure(), "the disk is full");
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("the disk is full");
        handler.gaveUp(order, sure(), "again");
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("the disk is full");
    }

    @Test
    void what_cannot_even_be_looked_at_when_it_failed_for_good_has_failed_all_the_same() {
        ReleaseNumber release = begun("basel");
        withoutSight(false).gaveUp(order(release, "basel"), sure(), "the disk is full");
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("the disk is full");
        assertThat(part(release, "basel", CHECK).activated()).isFalse();
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(before));
    }

    @Test
    void whoever_is_interrupted_at_the_last_look_says_nothing_of_the_site() {
        ReleaseNumber release = begun("basel");
        Order order = order(release, "basel");
        InstallHandler interrupted = withoutSight(true);
        try {
            assertThatThrownBy(() -> interrupted.gaveUp(order, sure(), "the disk is full"))
                    .hasMessage("no sight");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(states(release)).containsEntry("basel", TargetState.PREPARED);
    }

    /** One whose every look fails, and is interrupted then if so. */
    private InstallHandler withoutSight(boolean interrupted) {
        Channels blind = new Channels() {
            @Override
            public boolean automatic(Site site) {
                return channels.automatic(site);
            }

            @Override
            public Distribution distribution(Site site) {
                return channels.distribution(site);
            }

            @Override
            public Inventory.Sighting look(Site site, UnitId unit) {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("no sight");
            }

            @Override
            public List<Testable.Check> tryOut(Site site) {
                return channels.tryOut(site);
            }
        };
        return new InstallHandler(jobs, records, late, blind, library);
    }

    @Test
    void what_was_left_of_an_earlier_attempt_moves_nothing_of_the_next_one() {
        ReleaseNumber release = begun("basel");
        Target first = moves.distributed(part(release, "basel", CHECK), null);
        moves.failed(first, "the disk is full");
        moves.planAgain(List.of(part(release, "basel", CHECK)), "tried again");
        Target second = moves.distributed(part(release, "basel", CHECK), null);
        assertThat(second.attempt()).isEqualTo(2);
        assertThatThrownBy(() -> moves.activated(first)).hasMessageContaining("is not DISTRIBUTED any more");
        assertThat(part(release, "basel", CHECK)).isEqualTo(second);
    }

    @Test
    void an_order_whose_end_somebody_else_wrote_is_finished_and_nothing_is_done() {
        ReleaseNumber release = begun("basel");
        Order order = order(release, "basel");
        handler.gaveUp(order, sure(), "the disk is full");
        AtomicInteger finished = new AtomicInteger();
        handler.perform(order, new Lease() {
            @Override
            public <T> Optional<T> write(Supplier<T> step) {
                throw new AssertionError("something was written");
            }

            @Override
            public boolean finish(Runnable outcome) {
                outcome.run();
                return finished.incrementAndGet() > 0;
            }
        });
        assertThat(finished).hasValue(1);
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("the disk is full");
        assertThat(running("basel", CHECK)).isEqualTo(before.digest());
    }

    @Test
    void what_failed_for_good_is_on_record_as_it_was_found_and_not_as_somebody_assumes() {
        ReleaseNumber release = begun("basel", "oslo");
        slowly.afterActivation(() -> {
            throw new IllegalStateException("the connection is gone");
        });
        assertThat(workOnce()).isTrue();
        assertThat(part(release, "basel", CHECK).state()).isEqualTo(TargetState.DISTRIBUTED);
        handmade("oslo");
        handler.gaveUp(order(release, "oslo"), sure(), "the disk is full");
        assertThat(part(release, "oslo", CHECK).activated()).isFalse();
        assertThat(item("oslo", CHECK).observed()).isInstanceOf(Content.Unknown.class);

        handler.gaveUp(order(release, "basel"), sure(), "the connection is gone");
        assertThat(part(release, "basel", CHECK).activated()).isTrue();
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(revision));
        assertThat(item("basel", CHECK).authorised()).isEqualTo(revision);
    }

    @Test
    void what_says_that_it_could_not_be_switched_and_was_is_a_failed_site_that_was_switched() {
        ReleaseNumber release = begun("basel");
        slowly.instead(new Distribution.Failed("no answer came"));
        work();
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("activation: no answer came");
        assertThat(part(release, "basel", CHECK).activated()).isTrue();
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(revision));
    }

    @Test
    void without_its_lease_nothing_is_written() {
        ReleaseNumber release = begun("basel");
        handler.perform(order(release, "basel"), lost());
        assertThat(states(release)).containsEntry("basel", TargetState.PREPARED);
        assertThat(running("basel", CHECK))
                .as("no step follows one that was not written")
                .isEqualTo(before.digest());
    }

    @Test
    void a_person_installs_by_hand_with_the_same_evidence() {
        ReleaseNumber release = byHand();
        Order order = order(release, "basel");
        Library.Holding holding = library.find(revision).orElseThrow();
        assertThat(handler.instruction(order).revision()).contains(revision);
        assertThat(handler.instruction(order).files())
                .isEqualTo(holding.manifest().entries());
        assertThat(handler.instruction(order).todo()).contains("Install " + revision + " at basel");

        refused(
                handler.byHand(
                        order,
                        sure(),
                        DANA,
                        seen(List.of(holding.manifest().entries().getFirst())),
                        ""),
                "inventory-differs");
        refused(handler.byHand(order, lost(), DANA, seen(holding.manifest().entries()), ""), "order-over");
        refused(handler.byHand(order, lost(), DANA, new Inventory.Unreadable("the door is locked"), ""), "order-over");
        assertThat(states(release)).containsEntry("basel", TargetState.PREPARED);
        done(handler.byHand(order, sure(), DANA, seen(holding.manifest().entries()), ""));
        assertThat(states(release)).containsEntry("basel", VERIFIED);
        assertThat(item("basel", CHECK).verified()).isEqualTo(revision);
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Passed.class);
    }

    @Test
    void a_person_reports_that_it_could_not_be_installed() {
        ReleaseNumber release = byHand();
        done(handler.byHand(order(release, "basel"), sure(), DANA, new Inventory.Unreadable("the door is locked"), ""));
        assertThat(part(release, "basel", CHECK).reason()).isEqualTo("dana could not install it: the door is locked");
    }

    @Test
    void an_order_that_is_open_again_after_the_stop_is_taken_back_and_while_the_wave_runs_it_is_not() {
        ReleaseNumber release = byHand();
        Order order = opened(order(release, "basel"));
        handler.reopened(order);
        assertThat(states(release)).containsEntry("basel", TargetState.PREPARED);
        claimed(order);
        done(stops.stop(release, RITA, "Wait"));
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.NotOver.class);
        handler.reopened(opened(order));
        assertThat(states(release)).containsEntry("basel", TargetState.NOT_REACHED);
        assertThat(orders.unfinished(order.batch())).isZero();
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Stopped.class);
    }

    @Test
    void whoever_comes_to_an_order_of_a_stopped_wave_does_not_begin_it() {
        ReleaseNumber release = begun("basel");
        Order order = order(release, "basel");
        done(stops.stop(release, RITA, "Wait"));
        opened(order);
        work();
        assertThat(states(release)).containsEntry("basel", TargetState.NOT_REACHED);
        assertThat(running("basel", CHECK)).isEqualTo(before.digest());
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Stopped.class);
    }

    @Test
    void what_a_person_reports_of_a_stopped_wave_is_not_taken_where_nobody_was_asked_and_it_is_taken_back_then() {
        ReleaseNumber release = byHand();
        Order order = order(release, "basel");
        done(stops.stop(release, RITA, "Wait"));
        assertThat(targetTable.changing(ReleaseNumber.of(2099, 1), Set.of(CHECK), Set.of(new SiteId("basel"))))
                .as("who comes beside it waits for what somebody has in hand")
                .extracting(Target::state)
                .containsExactly(TargetState.PREPARED);
        claimed(opened(order));
        refused(handler.byHand(order, sure(), DANA, seen(files(revision)), ""), "order-over");
        refused(handler.byHand(order, sure(), DANA, new Inventory.Unreadable("the door is locked"), ""), "order-over");
        assertThat(part(release, "basel", CHECK).state()).isEqualTo(TargetState.PREPARED);
        handler.reopened(opened(order));
        assertThat(states(release)).containsEntry("basel", TargetState.NOT_REACHED);
        assertThat(item("basel", CHECK).authorised()).isEqualTo(before);
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Stopped.class);
    }

    @Test
    void what_a_person_installs_on_something_else_than_the_go_was_given_for_is_a_failed_site() {
        ReleaseNumber release = byHand();
        ReleaseNumber later = laterByHand(release);
        done(restores.byHand(back(release), sure(), DANA, seen(files(before)), ""));
        assertThat(handler.instruction(order(later, "basel")).todo())
                .startsWith(
                        "Install nothing of rollout-check at basel, leave it as it is: the go was given to change it"
                                + " from rollout-check 1.1.0");
        assertThat(handler.instruction(order(later, "basel")).changed())
                .as("nothing is signed")
                .isFalse();
        reported(later, third);
        assertThat(states(later)).containsEntry("basel", FAILED);
        assertThat(part(later, "basel", CHECK).reason())
                .startsWith("the go was given to change it from rollout-check 1.1.0");
        assertThat(item("basel", CHECK).authorised()).isEqualTo(before);
        assertThat(item("basel", CHECK).observed()).isEqualTo(new Content.Known(third));
    }
}
