package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

class ExpectedTest {
    private static final Manifest FILES =
            new Manifest(List.of(new Manifest.Entry("run.sh", Digest.of("run"), 3, true)));
    private static final UnitRevision REVISION = new UnitRevision(CHECK, "1.0.0", FILES.digest());
    private static final UnitRevision OTHER = Parts.revision(CHECK, "2.0.0");
    private static final Inventory.Sighting NOTHING = new Inventory.NothingInstalled();
    private static final Inventory.Sighting DARK = new Inventory.Unreadable("the folder is gone");

    @Test
    void exactly_the_files_of_a_revision_are_that_revision() {
        assertThat(Expected.wrong(seen("baseline"), REVISION)).isEmpty();
        assertThat(Expected.wrong(seen("baseline"), OTHER))
                .hasValueSatisfying(wrong -> assertThat(wrong)
                        .startsWith("it runs 'baseline' with files other than those of iban-check 2.0.0"));
        assertThat(Expected.wrong(seen("baseline", "device"), REVISION)).isPresent();
        assertThat(Expected.wrong(new Inventory.Seen("empty", List.of(), List.of()), REVISION))
                .isPresent();
        assertThat(Expected.wrong(NOTHING, REVISION)).contains("nothing is installed");
        assertThat(Expected.wrong(DARK, REVISION)).contains("the folder is gone");
    }

    @Test
    void where_the_unit_is_to_be_gone_nothing_is_right() {
        assertThat(Expected.wrong(NOTHING, null)).isEmpty();
        assertThat(Expected.wrong(seen("baseline"), null))
                .contains("it runs 'baseline' with files other than those of nothing installed");
        assertThat(Expected.wrong(DARK, null)).isPresent();
    }

    @Test
    void a_site_is_begun_where_it_runs_what_the_go_was_given_for_or_what_the_release_left() {
        Target replacing = at("oslo").replacing(REVISION, null).target();
        assertThat(Expected.surprise(seen("baseline"), replacing)).isEmpty();
        Target other = at("oslo").replacing(OTHER, null).target();
        assertThat(Expected.surprise(seen("baseline"), other)).isPresent();
        assertThat(Expected.surprise(seen("REL-2026-0007"), other)).isEmpty();
        assertThat(Expected.surprise(seen("REL-2026-0007-restored"), other)).isEmpty();
        assertThat(Expected.surprise(NOTHING, other)).contains("nothing is installed");
        assertThat(Expected.surprise(NOTHING, at("oslo").replacing(null, null).target()))
                .isEmpty();
        assertThat(Expected.surprise(DARK, other)).isPresent();
    }

    @Test
    void what_runs_under_the_name_of_the_release_was_switched_once() {
        Target oslo = at("oslo").is(TargetState.DISTRIBUTED).target();
        assertThat(Expected.wasSwitched(seen("REL-2026-0007", "device"), oslo)).isTrue();
        assertThat(Expected.wasSwitched(seen("REL-2026-0007-restored"), oslo)).isFalse();
        assertThat(Expected.wasSwitched(NOTHING, oslo)).isFalse();
        Target known = new Parts(oslo).activated(3).target();
        assertThat(Expected.wasSwitched(seen("REL-2026-0007"), known))
                .as("its place among what came later stays")
                .isFalse();
    }

    @Test
    void what_ran_before_keeps_its_name_unless_the_release_itself_is_found() {
        Target oslo = at("oslo").target();
        assertThat(Expected.previousName(seen("baseline"), oslo)).isEqualTo("baseline");
        assertThat(Expected.previousName(NOTHING, oslo)).isNull();
        Target again = called(oslo, "baseline");
        assertThat(Expected.previousName(seen("REL-2026-0007"), again)).isEqualTo("baseline");
        assertThat(Expected.previousName(seen("REL-2026-0007-restored"), again)).isEqualTo("baseline");
        assertThat(Expected.previousName(seen("other"), again)).isEqualTo("other");
        assertThat(Expected.previousName(DARK, again)).isEqualTo("baseline");
    }

    /** What the site calls what ran there before the release. */
    private static Target called(Target t, String previousName) {
        return new Target(
                t.release(),
                t.unit(),
                t.site(),
                t.wave(),
                t.place(),
                t.state(),
                t.attempt(),
                t.reason(),
                t.predecessor(),
                t.predecessorBy(),
                t.returnTo(),
                t.returnBy(),
                previousName,
                t.activatedOrder(),
                t.halfDone(),
                t.verified(),
                t.leftAlone(),
                t.repairReported(),
                t.changedAt());
    }

    private static Inventory.Sighting seen(String name, String... oddities) {
        return new Inventory.Seen(name, FILES.entries(), List.of(oddities));
    }
}
