package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.shared.Actor;
import slipway.shared.SiteId;

class WaveTextTest {
    private static final List<Site> SITES = List.of(site("zurich", true), site("oslo", true), site("kiosk", false));

    @Test
    void waves_are_read_line_by_line() {
        assertThat(WaveText.read("1: zurich\n\n 2 : oslo , kiosk \n", SITES))
                .isEqualTo(new WaveText.Waves(
                        List.of(List.of(new SiteId("zurich")), List.of(new SiteId("oslo"), new SiteId("kiosk")))));
    }

    @Test
    void what_was_written_is_read_back() {
        List<List<SiteId>> waves = List.of(List.of(new SiteId("oslo")), List.of(new SiteId("zurich")));
        assertThat(WaveText.read(WaveText.write(waves), SITES)).isEqualTo(new WaveText.Waves(waves));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "'1: zurich', site-missing",
        "'1: zurich, oslo, zurich', site-twice",
        "'1: zurich|2: zurich, oslo', site-twice",
        "'1: zurich, oslo, atlantis', site-unknown",
        "'1: zurich|3: oslo', waves-consecutive",
        "'2: zurich, oslo', waves-consecutive",
        "'1: zurich|1: oslo', waves-consecutive",
        "'zurich, oslo', waves-unreadable",
        "'1: zurich,, oslo', site-unknown",
        "'1:', waves-unreadable",
        "'', site-missing"
    })
    void nonsense_is_refused_by_its_rule(String text, String rule) {
        assertThat(WaveText.read(text.replace('|', '\n'), SITES))
                .isInstanceOfSatisfying(WaveText.Wrong.class, wrong -> {
                    assertThat(wrong.refusal().rule()).isEqualTo(rule);
                    assertThat(wrong.refusal().field()).isEqualTo("waves");
                });
    }

    @Test
    void a_wave_out_of_order_is_told_where_it_belongs() {
        assertThat(WaveText.read("1: zurich\n3: oslo", SITES))
                .isInstanceOfSatisfying(
                        WaveText.Wrong.class,
                        wrong -> assertThat(wrong.refusal().reason())
                                .isEqualTo("Wave 3 stands where wave 2 belongs: number them 1, 2, 3 without a gap."));
    }

    @Test
    void where_no_site_is_mandatory_there_is_a_wave_all_the_same() {
        assertThat(WaveText.read(" ", List.of(site("kiosk", false))))
                .isInstanceOfSatisfying(
                        WaveText.Wrong.class,
                        wrong -> assertThat(wrong.refusal().rule()).isEqualTo("waves-unreadable"));
        assertThat(WaveText.read("1: kiosk", List.of(site("kiosk", false)))).isInstanceOf(WaveText.Waves.class);
    }

    private static Site site(String id, boolean mandatory) {
        return new Site(
                new SiteId(id),
                id,
                ZoneOffset.UTC,
                new Actor("zoe"),
                mandatory,
                false,
                Channel.DIRECTORY,
                "/sites/" + id);
    }
}
