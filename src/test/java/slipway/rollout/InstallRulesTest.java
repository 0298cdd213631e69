package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;
import slipway.site.Batch;
import slipway.site.Order;
import slipway.site.port.Inventory;

class InstallRulesTest {
    private static final Instant END = Instant.parse("2026-11-25T20:00:00Z");
    private static final Manifest FILES =
            new Manifest(List.of(new Manifest.Entry("run.sh", Digest.of("new"), 3, true)));
    private static final UnitRevision REVISION = new UnitRevision(CHECK, "1.1.0", FILES.digest());
    private static final ReleaseNumber EARLIER = new ReleaseNumber("REL-2026-0004");
    private static final ReleaseNumber LATER = new ReleaseNumber("REL-2026-0009");
    private static final Inventory.Sighting NOTHING = new Inventory.NothingInstalled();

    @ParameterizedTest
    @EnumSource(WaveState.class)
    void a_part_is_begun_in_a_running_wave_only(WaveState state) {
        Optional<Wave> wave = Optional.of(wave(state, "Stopped by Ines: wait"));
        assertThat(InstallRules.stopped(order(0), wave)).isEqualTo(state != WaveState.RUNNING);
        assertThat(InstallRules.stopped(order(1), wave)).isEqualTo(state != WaveState.RUNNING);
        assertThat(InstallRules.stopped(order(0), Optional.empty())).isTrue();
    }

    @Test
    void past_the_window_no_site_is_begun_and_one_that_was_gets_its_rest() {
        Optional<Wave> running = Optional.of(wave(WaveState.RUNNING, ""));
        assertThat(tooLate(order(0), running, END.minusNanos(1))).isFalse();
        assertThat(tooLate(order(0), running, END)).isTrue();
        assertThat(tooLate(order(1), running, END.plus(Duration.ofDays(1)))).isFalse();
        Optional<Wave> passed = Optional.of(wave(WaveState.STOPPING, Wave.WINDOW_PASSED));
        assertThat(tooLate(order(0), passed, END.minusNanos(1))).isTrue();
        assertThat(tooLate(order(1), passed, END)).isFalse();
        Optional<Wave> stopped = Optional.of(wave(WaveState.STOPPING, "Stopped by Ines: wait"));
        assertThat(tooLate(order(1), stopped, END.minusNanos(1))).isTrue();
    }

    @Test
    void nothing_is_copied_that_is_barred_or_to_where_something_else_runs() {
        Target empty = at("oslo").replacing(null, null).target();
        assertThat(InstallRules.hindrance(held(Library.State.ACCEPTED, false), NOTHING, empty))
                .isEmpty();
        assertThat(InstallRules.hindrance(held(Library.State.ACCEPTED, true), NOTHING, empty))
                .contains(REVISION + " may not be installed: it is recalled");
        assertThat(InstallRules.hindrance(
                        held(Library.State.ACCEPTED, false), NOTHING, at("oslo").target()))
                .contains("nothing is installed");
    }

    @Test
    void what_was_recalled_put_in_quarantine_or_taken_out_meanwhile_is_not_switched_on() {
        assertThat(barredNow(Optional.of(held(Library.State.ACCEPTED, false)))).isEmpty();
        assertThat(barredNow(Optional.of(held(Library.State.ACCEPTED, true))))
                .contains(REVISION + " may not be installed: it is recalled");
        assertThat(barredNow(Optional.of(held(Library.State.QUARANTINED, false))))
                .contains(REVISION + " may not be installed: in the library it is quarantined");
        assertThat(barredNow(Optional.empty())).contains("the library does not hold " + REVISION + " any more");
    }

    @Test
    void the_go_was_given_for_what_the_cmdb_said_then() {
        Target oslo = at("oslo").replacing(Parts.OLD, EARLIER).target();
        assertThat(InstallRules.overtaken(oslo, item(oslo, EARLIER))).isEmpty();
        assertThat(InstallRules.overtaken(oslo, item(oslo, RELEASE))).isEmpty();
        assertThat(InstallRules.overtaken(oslo, item(oslo, LATER)))
                .contains("the go was given to change it from " + Parts.OLD
                        + ", and something else was authorised there meanwhile");
    }

    @ParameterizedTest
    @EnumSource(TargetState.class)
    void what_was_distributed_and_is_found_under_the_name_of_the_release_was_switched(TargetState state) {
        Target oslo = at("oslo").is(state).target();
        assertThat(InstallRules.switchedUnwritten(oslo, seen("REL-2026-0007")))
                .isEqualTo(state == TargetState.DISTRIBUTED);
        assertThat(InstallRules.switchedUnwritten(oslo, seen("baseline"))).isFalse();
    }

    @Test
    void a_person_switched_it_on_where_its_very_files_run_and_no_other_release_brought_them() {
        Target oslo = at("oslo").replacing(Parts.OLD, EARLIER).target();
        assertThat(byHand(oslo, seen("by hand"), EARLIER)).isTrue();
        assertThat(byHand(oslo, seen("by hand"), LATER)).isFalse();
        assertThat(byHand(oslo, NOTHING, EARLIER)).isFalse();
    }

    private static boolean byHand(Target target, Inventory.Sighting found, ReleaseNumber by) {
        return InstallRules.switchedByHand(target, REVISION, found, item(target, by));
    }

    private static Optional<Cmdb.Item> item(Target target, ReleaseNumber by) {
        return Optional.of(Parts.item(target.where(), Parts.revision(CHECK, "1.0.5"), by));
    }

    private static Optional<String> barredNow(Optional<Library.Holding> held) {
        return InstallRules.barredNow(REVISION, held);
    }

    private static Library.Holding held(Library.State state, boolean recalled) {
        return new Library.Holding(REVISION, state, recalled, FILES, Map.of(), null);
    }

    private static Inventory.Sighting seen(String name) {
        return new Inventory.Seen(name, FILES.entries(), List.of());
    }

    private static boolean tooLate(Order order, Optional<Wave> wave, Instant now) {
        return InstallRules.tooLate(order, wave, now, () -> END);
    }

    private static Wave wave(WaveState state, String why) {
        return new Wave(1, state, 8, Optional.of(Parts.share(20)), 5, 0, 0, 0, 0, 0, why, Instant.EPOCH);
    }

    private static Order order(int place) {
        return new Order(
                7, new Batch(Order.Kind.INSTALL, RELEASE, 8), new SiteId("oslo"), CHECK, place, 1, Order.State.CLAIMED);
    }
}
