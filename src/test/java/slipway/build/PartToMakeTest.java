package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slipway.cmdb.Unit;
import slipway.release.ReleasePart;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class PartToMakeTest {
    private static final UnitId UNIT = new UnitId("unit");
    private static final PartId PART = new PartId(new ReleaseNumber("REL-2026-0001"), UNIT);
    private static final UnitRevision MADE = new UnitRevision(UNIT, "1", Digest.of("1"));
    private static final Unit BUILT = new Unit.Software(UNIT, "Unit", new Unit.Repository("unit.git"));

    private static PartToMake of(ReleasePart part) {
        return PartToMake.of(part, BUILT);
    }

    @Test
    void what_is_made_already_is_ready() {
        assertThat(of(new ReleasePart.Ready(PART, 0, "v1", "c1", MADE)).ready()).isTrue();
        assertThat(of(new ReleasePart.Accepted(PART, 0, "v1", "c1", MADE)).ready())
                .isTrue();
        assertThat(of(new ReleasePart.Planned(PART, 0, "v1", "c1")).ready()).isFalse();
        assertThat(of(new ReleasePart.Rework(PART, 0, "v1", "c1", "slow")).ready())
                .isFalse();
    }

    @Test
    void what_was_sent_back_is_repaired_first() {
        assertThat(of(new ReleasePart.Rework(PART, 0, "v1", "c1", "slow")).rework())
                .isTrue();
        assertThat(of(new ReleasePart.Planned(PART, 0, "v1", "c1")).rework()).isFalse();
    }

    @Test
    void the_register_says_by_which_route_a_part_is_made() {
        assertThat(HowMade.of(BUILT)).isEqualTo(HowMade.REPOSITORY);
        assertThat(HowMade.of(new Unit.Software(UNIT, "Unit", new Unit.Vendor("House", "/inbox", ""))))
                .isEqualTo(HowMade.VENDOR);
        assertThat(new Unit[] {
                    new Unit.Firmware(UNIT, "Unit"),
                    new Unit.Hardware(UNIT, "Unit"),
                    new Unit.Document(UNIT, "Unit"),
                    new Unit.Procedure(UNIT, "Unit"),
                    new Unit.Training(UNIT, "Unit")
                })
                .extracting(HowMade::of)
                .containsOnly(HowMade.OTHER);
    }
}
