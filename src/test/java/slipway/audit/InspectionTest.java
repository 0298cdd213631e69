package slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.library.Library;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

class InspectionTest {
    private static final UnitId UNIT = new UnitId("iban-check");
    private static final Manifest FILES = new Manifest(List.of(
            new Manifest.Entry("notes", Digest.of("n"), 1, false),
            new Manifest.Entry("run.sh", Digest.of("r"), 1, true)));
    private static final UnitRevision REVISION = new UnitRevision(UNIT, "1.0.0", FILES.digest());

    @Test
    void what_was_seen_is_named_counted_and_kept_under_the_digest_of_its_revision() {
        Inspection inspection = inspection(new Inventory.Seen("REL-2026-0001", FILES.entries(), List.of()));

        assertThat(inspection.installed()).isEqualTo("REL-2026-0001");
        assertThat(inspection.observed()).isEqualTo(REVISION.toString());
        assertThat(inspection.files()).isEqualTo(2);
        assertThat(inspection.list()).contains(new Inspection.FileList(REVISION.digest(), FILES.text()));
    }

    @Test
    void what_is_no_plain_file_is_kept_too_and_makes_another_list() {
        Inspection inspection = inspection(new Inventory.Seen("odd", List.of(), List.of("a-link", "a-socket")));

        assertThat(inspection.files()).isZero();
        assertThat(inspection.list()).map(Inspection.FileList::lines).contains("! a-link\n! a-socket\n");
    }

    @Test
    void where_nothing_was_seen_there_is_no_list_but_a_word() {
        Inspection nothing = inspection(new Inventory.NothingInstalled());
        Inspection unreadable = inspection(new Inventory.Unreadable("the disk is broken"));

        assertThat(nothing.installed()).isEqualTo("nothing");
        assertThat(nothing.list()).isEmpty();
        assertThat(nothing.files()).isZero();
        assertThat(unreadable.observed()).isEqualTo("the disk is broken");
        assertThat(unreadable.list()).isEmpty();
    }

    private static Inspection inspection(Inventory.Sighting sighting) {
        Library.Holding holding = new Library.Holding(REVISION, Library.State.ACCEPTED, false, FILES, Map.of(), null);
        return new Inspection(
                new AuditItem(new SiteId("oslo"), UNIT),
                REVISION,
                sighting,
                new Comparison(REVISION, sighting, List.of(holding)));
    }
}
