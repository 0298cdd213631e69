package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.PAYMENTS;
import static slipway.rollout.Parts.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.shared.SiteId;

class SiteStandTest {
    @ParameterizedTest(name = "{0} and {1} = {2}")
    @CsvSource({
        "VERIFIED, VERIFIED, VERIFIED",
        "VERIFIED, PREPARED, PREPARED",
        "DISTRIBUTED, PREPARED, PREPARED",
        "VERIFIED, ACTIVATED, ACTIVATED",
        "VERIFIED, NOTHING_TO_DO, VERIFIED",
        "NOTHING_TO_DO, NOTHING_TO_DO, NOTHING_TO_DO",
        "VERIFIED, FAILED, FAILED",
        "FAILED, NOT_REACHED, FAILED",
        "VERIFIED, NOT_REACHED, NOT_REACHED",
        "RESTORED, NOT_REACHED, RESTORED",
        "RESTORED, REPAIRED, REPAIRED",
        "RESTORED, VERIFIED, RESTORED",
        "RESTORED, BACKING_OUT, BACKING_OUT",
        "BACKING_OUT, FAILED, FAILED",
        "BACKOUT_FAILED, FAILED, BACKOUT_FAILED"
    })
    void a_site_is_as_far_as_its_slowest_part_and_failed_when_one_failed(
            TargetState first, TargetState second, TargetState site) {
        assertThat(SiteStand.of(List.of(
                        at("oslo").is(first).target(),
                        at("oslo").unit(PAYMENTS, 1).is(second).target())))
                .singleElement()
                .satisfies(stand -> assertThat(stand.state()).isEqualTo(site));
    }

    @ParameterizedTest
    @EnumSource
    void a_site_of_one_part_is_what_its_part_is(TargetState state) {
        assertThat(SiteStand.of(List.of(at("oslo").is(state).target())))
                .extracting(SiteStand::state)
                .containsExactly(state);
    }

    @Test
    void sites_come_as_they_were_given_with_their_parts_in_their_order() {
        Target late = at("oslo").unit(PAYMENTS, 1).wave(2).target();
        Target early = at("oslo").wave(2).target();
        Target other = at("basel").target();
        List<SiteStand> sites = SiteStand.of(List.of(late, other, early));
        assertThat(sites).extracting(SiteStand::site).containsExactly(new SiteId("oslo"), new SiteId("basel"));
        assertThat(sites.getFirst().parts()).containsExactly(early, late);
        assertThat(sites.getFirst().wave()).isEqualTo(2);
        assertThat(sites.getFirst().leftAlone()).isFalse();
    }

    @Test
    void a_site_gives_the_reasons_of_parts_that_did_not_arrive() {
        SiteStand site = SiteStand.of(List.of(
                        at("oslo").is(TargetState.VERIFIED).because("read back").target(),
                        at("oslo")
                                .unit(PAYMENTS, 1)
                                .is(TargetState.FAILED)
                                .because("disk full")
                                .target()))
                .getFirst();
        assertThat(site.reasons()).isEqualTo("payments: disk full");
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, NOT_REACHED, true",
        "NOTHING_TO_DO, NOT_REACHED, false",
        "NOT_REACHED, NOT_REACHED, false",
        "VERIFIED, PLANNED, false",
        "VERIFIED, FAILED, false",
        "RESTORED, NOT_REACHED, false",
        "VERIFIED, VERIFIED, false"
    })
    void a_site_stands_half_way_when_it_was_stopped_between_two_of_its_parts(
            TargetState first, TargetState second, boolean halfWay) {
        assertThat(halfWay(at("oslo").is(first), second)).isEqualTo(halfWay);
    }

    @Test
    void what_people_decided_to_leave_does_not_stand_half_way() {
        assertThat(halfWay(at("oslo").is(TargetState.VERIFIED).leftAlone("it is on top"), TargetState.NOT_REACHED))
                .isFalse();
    }

    private static boolean halfWay(Parts first, TargetState second) {
        return SiteStand.of(List.of(
                        first.target(), at("oslo").unit(PAYMENTS, 1).is(second).target()))
                .getFirst()
                .halfWay();
    }

    @Test
    void one_part_left_alone_leaves_its_site_alone() {
        SiteStand site = SiteStand.of(List.of(
                        at("oslo").is(TargetState.VERIFIED).target(),
                        at("oslo")
                                .unit(PAYMENTS, 1)
                                .leftAlone("REL-2026-0009 lies on top")
                                .target()))
                .getFirst();
        assertThat(site.leftAlone()).isTrue();
    }
}
