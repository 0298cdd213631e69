package slipway.cmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

class RegisterTest {
    private static final UnitId ID = new UnitId("check");

    @Test
    void each_unit_is_of_its_kind() {
        List<Unit> units = List.of(
                new Unit.Software(ID, "Check", new Unit.Repository("check.git")),
                new Unit.Firmware(ID, "Check"),
                new Unit.Hardware(ID, "Check"),
                new Unit.Document(ID, "Check"),
                new Unit.Procedure(ID, "Check"),
                new Unit.Training(ID, "Check"));

        assertThat(units).extracting(Unit::kind).containsExactly(Unit.Kind.values());
        assertThat(Unit.Kind.FIRMWARE.words()).isEqualTo("firmware");
    }

    @Test
    void only_a_site_that_is_a_directory_has_a_folder() {
        assertThat(site(Channel.DIRECTORY).folder()).isEqualTo(Path.of("/sites/oslo"));
        assertThatIllegalStateException()
                .isThrownBy(() -> site(Channel.BY_HAND).folder())
                .withMessageContaining("site oslo is reached BY_HAND");
    }

    private static Site site(Channel channel) {
        return new Site(
                new SiteId("oslo"), "Oslo", ZoneOffset.UTC, new Actor("zoe"), true, false, channel, "/sites/oslo");
    }
}
