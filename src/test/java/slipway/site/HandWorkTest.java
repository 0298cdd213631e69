package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.site.Order.Kind.INSTALL;
import static slipway.site.Order.Kind.INVENTORY;
import static slipway.site.Order.Kind.RESTORE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.cmdb.Channel;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.site.HandWork.Report;
import slipway.site.SiteWorld.Worker;
import slipway.site.port.Inventory;

class HandWorkTest {
    private static final Actor DANA = new Actor("dana");
    private static final Report DONE = new Report(true, "nothing", "");

    @TempDir
    Path folder;

    private final SiteWorld world = new SiteWorld();
    private final TestHandler installs = TestHandler.quick(INSTALL);
    private final TestHandler restores = TestHandler.quick(RESTORE);
    private final SiteId site = world.site("world-hand", Channel.BY_HAND);
    private Worker worker;
    private StoredManifests manifests;
    private StoredHandWork work;

    @BeforeEach
    void workers() {
        world.handlers.addAll(List.of(installs, restores, TestHandler.quick(INVENTORY)));
        worker = world.worker();
        manifests = new StoredManifests(world.sql, new SigningKey(new DataFolder(folder)), worker.runner, world.clock);
        work = worker.handWork(manifests);
    }

    @Test
    void nobody_but_a_person_does_an_order_at_a_site_by_hand() {
        place(INSTALL);
        assertThat(worker.orders.runDue(EnumSet.allOf(Order.Kind.class))).isFalse();
        assertThat(worker.orders.unfinished(world.batch(INSTALL))).isEqualTo(1);
    }

    @Test
    void each_order_is_offered_once() {
        Order order = place(INSTALL);
        assertThat(work.nextToOffer()).contains(order);
        assertThat(work.offered(order)).isTrue();
        assertThat(work.offered(order)).isFalse();
        world.clock.turn(Duration.ofHours(1));
        assertThat(work.nextToOffer()).isEmpty();
        assertThat(work.nextToRetract()).isEmpty();
    }

    @Test
    void an_order_that_could_not_be_offered_holds_up_no_other_and_comes_again() {
        Order first = place(INSTALL);
        Order second = place(RESTORE);
        assertThat(work.nextToOffer()).contains(first);
        assertThat(work.nextToOffer()).contains(second);
        assertThat(work.nextToOffer()).isEmpty();
        world.clock.turn(Duration.ofMinutes(1));
        assertThat(work.nextToOffer()).contains(first);
    }

    @Test
    void what_was_withdrawn_is_taken_back_from_those_who_were_told_and_only_from_them() {
        Order offered = place(INVENTORY);
        Order unheard = place(RESTORE);
        assertThat(work.offered(offered)).isTrue();
        worker.orders.withdraw(world.batch(INVENTORY));
        worker.orders.withdraw(world.batch(RESTORE));
        assertThat(work.nextToOffer()).isEmpty();
        assertThat(work.offered(unheard)).isFalse();
        assertRefused(work.report(offered.id(), DANA, DONE), "order-over");
        assertThat(work.nextToRetract())
                .hasValueSatisfying(order -> assertThat(order.id()).isEqualTo(offered.id()));
        work.retracted(offered);
        world.clock.turn(Duration.ofHours(1));
        assertThat(work.nextToRetract()).isEmpty();
    }

    @Test
    void whoever_was_told_to_install_is_asked_what_lies_there_when_that_was_withdrawn_and_is_heard_once() {
        Order order = place(INSTALL);
        assertThat(work.offered(order)).isTrue();
        worker.orders.withdraw(world.batch(INSTALL));
        assertThat(work.nextToRetract()).as("nobody is asked later").isEmpty();

        assertRefused(
                work.report(order.id(), DANA, new HandWork.Report(false, "", "the door is locked")),
                "inventory-missing");
        installs.answer = Result.refused("some-rule", "Not so.");
        assertThat(work.report(order.id(), DANA, DONE)).isEqualTo(Result.done());
        assertThat(installs.late).containsExactly(new Inventory.NothingInstalled());
        assertRefused(work.report(order.id(), DANA, DONE), "order-over");
        assertThat(world.state(order.id())).isEqualTo("WITHDRAWN");
    }

    @Test
    void whoever_was_told_to_install_is_not_asked_any_more_once_somebody_is_asked_later_at_that_place() {
        Order order = place(INSTALL);
        assertThat(work.offered(order)).isTrue();
        worker.orders.withdraw(world.batch(INSTALL));
        Order later = place(INVENTORY);
        assertThat(work.nextToRetract())
                .as("nobody was told of the later one yet")
                .isEmpty();
        assertThat(work.offered(later)).isTrue();
        assertThat(work.nextToRetract())
                .hasValueSatisfying(over -> assertThat(over.id()).isEqualTo(order.id()));
        work.retracted(order);
        assertRefused(work.report(order.id(), DANA, DONE), "order-over");
        assertThat(installs.late).isEmpty();
    }

    @Test
    void what_a_person_reports_is_the_outcome_and_stands() {
        Order order = place(INSTALL);
        assertThat(work.report(order.id(), DANA, DONE)).isEqualTo(Result.done());
        assertThat(installs.done).hasSize(1);
        assertThat(world.state(order.id())).isEqualTo("DONE");
        assertRefused(work.report(order.id(), DANA, DONE), "order-over");
    }

    @Test
    void nobody_reports_on_a_place_on_which_somebody_reports_just_then() {
        Order install = place(INSTALL);
        Order restore = place(RESTORE);
        Instant now = world.clock.instant();
        assertThat(worker.leases.claim(install.id(), worker.self.id(), now, now.plus(SiteWorld.LEASE)))
                .isPresent();
        assertRefused(work.report(restore.id(), DANA, DONE), "order-over");
        assertThat(world.state(restore.id())).isEqualTo("OPEN");
    }

    @Test
    void nobody_reports_what_somebody_else_reports_just_then_and_anybody_when_nothing_came_of_that() {
        Order order = place(INSTALL);
        Instant now = world.clock.instant();
        assertThat(worker.leases.claim(order.id(), "somebody else", now, now.plus(SiteWorld.LEASE)))
                .isPresent();
        assertRefused(work.report(order.id(), DANA, DONE), "order-over");
        assertThat(world.state(order.id())).isEqualTo("CLAIMED");
        world.clock.turn(SiteWorld.LEASE.plusMillis(1));
        assertThat(work.report(order.id(), DANA, DONE)).isEqualTo(Result.done());
        assertThat(installs.done).hasSize(1);
    }

    @Test
    void nobody_reports_on_a_site_that_slipway_works_at_itself() {
        SiteId reached = world.site("world-0", Channel.DIRECTORY);
        worker.orders.place(List.of(world.order(INSTALL, reached, 0)));
        Order order = worker.orders
                .latest(world.batch(INSTALL), reached, SiteWorld.UNIT)
                .orElseThrow();
        assertRefused(work.report(order.id(), DANA, DONE), "order-over");
        assertThat(world.state(order.id())).isEqualTo("OPEN");
        assertThat(installs.done).isEmpty();
    }

    @Test
    void nobody_reports_what_was_withdrawn() {
        Order order = place(INSTALL);
        worker.orders.withdraw(world.batch(INSTALL));
        assertRefused(work.report(order.id(), DANA, DONE), "order-over");
        assertThat(installs.done).isEmpty();
    }

    @Test
    void a_refused_report_leaves_the_order_open() {
        Order order = place(INSTALL);
        installs.answer = Result.refused("some-rule", "Not so.");
        assertRefused(work.report(order.id(), DANA, DONE), "some-rule");
        installs.answer = Result.done();
        assertThat(work.report(order.id(), DANA, DONE)).isEqualTo(Result.done());
    }

    @Test
    void an_order_that_nobody_wants_any_more_when_its_report_is_refused_is_taken_back_from_those_who_were_told() {
        Order order = place(RESTORE);
        assertThat(work.offered(order)).isTrue();
        restores.answer = Result.refused("some-rule", "Not so.");
        restores.whenReopened = reopened -> worker.orders.withdraw(reopened.batch(), reopened.site());
        assertRefused(work.report(order.id(), DANA, DONE), "some-rule");
        assertThat(world.state(order.id())).isEqualTo("WITHDRAWN");
        assertThat(work.nextToRetract())
                .hasValueSatisfying(over -> assertThat(over.id()).isEqualTo(order.id()));
    }

    @Test
    void a_report_whose_transaction_fails_leaves_the_order_open() {
        Order order = place(INSTALL);
        world.transaction.executeWithoutResult(status -> {
            assertThat(work.report(order.id(), DANA, DONE)).isEqualTo(Result.done());
            status.setRollbackOnly();
        });
        assertThat(world.state(order.id())).isEqualTo("OPEN");
        assertThat(work.report(order.id(), DANA, DONE)).isEqualTo(Result.done());
    }

    @Test
    void what_could_not_be_done_needs_a_reason_and_what_was_done_an_inventory() {
        Order order = place(INSTALL);
        assertRefused(work.report(order.id(), DANA, new Report(false, "", " ")), "reason-missing");
        assertRefused(work.report(order.id(), DANA, new Report(true, "", "")), "unclear-inventory");
        assertThat(world.state(order.id())).isEqualTo("OPEN");
        assertThat(work.report(order.id(), DANA, new Report(false, "", "no key")))
                .isEqualTo(Result.done());
    }

    @Test
    void an_offer_carries_a_manifest_with_the_site_s_next_number_unless_it_only_looks() {
        Order install = place(INSTALL);
        Order restore = place(RESTORE);
        Order inventory = place(INVENTORY);
        List.of(install, restore, inventory)
                .forEach(order -> assertThat(work.offered(order)).isTrue());
        SiteManifest first = manifest(install);
        SiteManifest second = manifest(restore);
        assertThat(first.kind()).isEqualTo(SiteManifest.Kind.INSTALL);
        assertThat(second.kind()).isEqualTo(SiteManifest.Kind.BACK_OUT);
        assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(first.version()).isEqualTo(SiteManifest.GONE);
        assertThat(manifests.of(inventory)).isEmpty();
    }

    @Test
    void two_open_tasks_at_one_site_void_each_other_s_manifests_not_and_a_reported_one_is_not_brought_again() {
        Order install = place(INSTALL);
        Order restore = place(RESTORE);
        assertThat(work.offered(install)).isTrue();
        assertThat(work.offered(restore)).isTrue();
        String first = work.assignment(install.id()).manifest().orElseThrow();
        String second = work.assignment(restore.id()).manifest().orElseThrow();
        assertThat(work.assignment(install.id()).manifest())
                .as("not signed anew")
                .contains(first);
        assertThat(manifests.check(first, site)).isInstanceOf(ManifestCheck.Genuine.class);
        assertThat(manifests.check(second, site)).isInstanceOf(ManifestCheck.Genuine.class);
        assertNotGenuine(first, world.site("world-1", Channel.DIRECTORY), "manifest-of-other-site");

        assertThat(work.report(restore.id(), DANA, DONE)).isEqualTo(Result.done());
        assertNotGenuine(second, "manifest-over");
        assertThat(manifests.check(first, site)).isInstanceOf(ManifestCheck.Genuine.class);
        assertThat(work.report(install.id(), DANA, DONE)).isEqualTo(Result.done());
        assertNotGenuine(first, "manifest-over");
    }

    @Test
    void nothing_is_signed_where_nothing_is_to_be_done_and_what_was_signed_before_is_over() {
        Order order = place(RESTORE);
        assertThat(work.offered(order)).isTrue();
        String before = work.assignment(order.id()).manifest().orElseThrow();
        restores.instruction = OrderHandler.Instruction.toLook("Work at sites", "Leave it as it is.");
        assertThat(work.assignment(order.id()).manifest()).isEmpty();
        assertNotGenuine(before, "manifest-over");

        installs.instruction = OrderHandler.Instruction.toLook("Work at sites", "Leave it as it is.");
        Order left = place(INSTALL);
        assertThat(work.offered(left)).isTrue();
        assertThat(work.assignment(left.id()).manifest()).isEmpty();
        assertThat(manifests.of(left)).isEmpty();
        installs.instruction = to("1.1.0");
        assertThat(work.assignment(left.id()).manifest())
                .as("once something is to be done there")
                .isPresent();
    }

    @Test
    void what_a_site_is_to_run_by_now_is_signed_anew_and_what_was_signed_before_is_refused() {
        Order order = place(RESTORE);
        restores.instruction = to("1.1.0");
        assertThat(work.offered(order)).isTrue();
        String first = work.assignment(order.id()).manifest().orElseThrow();
        assertThat(manifests.check(first, site)).isInstanceOf(ManifestCheck.Genuine.class);

        restores.instruction = to("1.0.0");
        assertNotGenuine(first, "manifest-outdated");
        String second = work.assignment(order.id()).manifest().orElseThrow();
        assertThat(manifest(order).version()).isEqualTo("1.0.0");
        assertThat(manifest(order).kind()).isEqualTo(SiteManifest.Kind.BACK_OUT);
        assertThat(manifests.check(second, site)).isInstanceOf(ManifestCheck.Genuine.class);
        assertNotGenuine(first, "manifest-outdated");
        assertThat(work.assignment(order.id()).manifest()).contains(second);
    }

    @Test
    void the_manifest_of_work_that_is_over_is_refused_and_not_signed_anew() {
        Order install = place(INSTALL);
        assertThat(work.offered(install)).isTrue();
        worker.orders.withdraw(world.batch(INSTALL));
        String signed = manifests.of(install).orElseThrow().json();
        assertNotGenuine(signed, "manifest-over");
        installs.instruction = to("1.0.0");
        assertThat(work.assignment(install.id()).manifest()).contains(signed);

        Order restore = place(RESTORE);
        assertThat(work.offered(restore)).isTrue();
        assertThat(work.report(restore.id(), DANA, DONE)).isEqualTo(Result.done());
        String done = manifests.of(restore).orElseThrow().json();
        assertNotGenuine(done, "manifest-over");
        restores.instruction = to("1.0.0");
        assertThat(work.assignment(restore.id()).manifest()).contains(done);
    }

    @Test
    void what_was_signed_for_work_that_is_not_known_any_more_is_refused() {
        Order install = place(INSTALL);
        assertThat(work.offered(install)).isTrue();
        SiteManifest known = manifest(install);
        assertNotGenuine(signed(known.sequence(), new UnitId("site-world-other")), "manifest-unknown");
        assertNotGenuine(signed(known.sequence() + 1000, SiteWorld.UNIT), "manifest-unknown");
        assertThat(manifests.check(signed(known.sequence(), SiteWorld.UNIT), site))
                .isInstanceOf(ManifestCheck.Genuine.class);
    }

    /** As Slipway signed it before its database was put back from a backup. */
    private String signed(long sequence, UnitId unit) {
        SiteManifest manifest = new SiteManifest(
                site, sequence, SiteManifest.Kind.INSTALL, world.release, unit, SiteManifest.GONE, List.of());
        return SignedManifest.of(manifest, new SigningKey(new DataFolder(folder)))
                .json();
    }

    private void assertNotGenuine(String envelope, String rule) {
        assertNotGenuine(envelope, site, rule);
    }

    private void assertNotGenuine(String envelope, SiteId at, String rule) {
        assertThat(manifests.check(envelope, at))
                .isInstanceOfSatisfying(
                        ManifestCheck.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo(rule));
    }

    private static OrderHandler.Instruction to(String version) {
        Manifest files = new Manifest(List.of(new Manifest.Entry("run.sh", Digest.of(version), 3, true)));
        return OrderHandler.Instruction.toRun(
                "Work at sites",
                "Do it.",
                Optional.of(new UnitRevision(SiteWorld.UNIT, version, files.digest())),
                files.entries());
    }

    @Test
    void a_person_sees_where_what_and_under_which_signature() {
        Order order = place(INSTALL);
        assertThat(work.offered(order)).isTrue();
        HandWork.Assignment assignment = work.assignment(order.id());
        assertThat(assignment.order().id()).isEqualTo(order.id());
        assertThat(assignment.site().address()).isEqualTo("a street");
        assertThat(assignment.instruction().todo()).isEqualTo("Do it.");
        assertThat(assignment.manifest())
                .contains(manifests.of(order).orElseThrow().json());
    }

    private SiteManifest manifest(Order order) {
        return manifests.of(order).orElseThrow().manifest();
    }

    private Order place(Order.Kind kind) {
        worker.orders.place(List.of(world.order(kind, site, 0)));
        return worker.orders.latest(world.batch(kind), site, SiteWorld.UNIT).orElseThrow();
    }

    private static void assertRefused(Result result, String rule) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo(rule));
    }
}
