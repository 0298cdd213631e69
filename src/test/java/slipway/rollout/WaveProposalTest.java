package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.Actor;
import slipway.shared.SiteId;

class WaveProposalTest {
    @ParameterizedTest(name = "{0} pilots, then {1}: {2}")
    @CsvSource({
        "1, 2, 'basel|lima oslo|quito-dr'",
        "1, 3, 'basel|lima oslo quito-dr'",
        "2, 1, 'basel lima|oslo|quito-dr'",
        "9, 1, 'basel lima oslo quito-dr'"
    })
    void pilots_come_first_and_disaster_recovery_last(int pilots, int each, String waves) {
        List<Site> sites = List.of(site("quito-dr"), site("oslo"), site("basel"), site("lima"));
        assertThat(WaveProposal.of(sites, pilots, each))
                .isEqualTo(Stream.of(waves.split("\\|"))
                        .map(wave -> Stream.of(wave.split(" ")).map(SiteId::new).toList())
                        .toList());
    }

    @Test
    void of_no_sites_there_is_no_wave_and_no_wave_is_empty() {
        assertThat(WaveProposal.of(List.of(), 1, 1)).isEmpty();
        assertThatThrownBy(() -> WaveProposal.of(List.of(), 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WaveProposal.of(List.of(), 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Site site(String id) {
        return new Site(
                new SiteId(id),
                id,
                ZoneOffset.UTC,
                new Actor("zoe"),
                true,
                id.endsWith("-dr"),
                Channel.DIRECTORY,
                "/sites/" + id);
    }
}
