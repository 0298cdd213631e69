package slipway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

class RfcRulesTest {
    private static final RfcNumber NUMBER = new RfcNumber("RFC-1");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "REQUESTED, -",
                "APPROVED, -",
                "REJECTED, rfc-ended",
                "WITHDRAWN, rfc-ended",
                "IMPLEMENTED, rfc-ended"
            })
    void what_ended_is_never_written_over(Rfc.Status status, String rule) {
        assertThat(RfcRules.notTakenBack(NUMBER, Optional.of(rfc(status)), Rfc.Status.WITHDRAWN))
                .map(Refusal::rule)
                .isEqualTo(Optional.ofNullable(rule));
        assertThat(RfcRules.notTakenBack(NUMBER, Optional.of(rfc(status)), Rfc.Status.REJECTED))
                .map(Refusal::rule)
                .isEqualTo(Optional.ofNullable(rule));
    }

    @Test
    void what_nobody_knows_is_not_taken_back_and_approving_is_no_taking_back() {
        assertThat(RfcRules.notTakenBack(NUMBER, Optional.empty(), Rfc.Status.REJECTED))
                .map(Refusal::rule)
                .contains("rfc-unknown");
        assertThatThrownBy(() ->
                        RfcRules.notTakenBack(NUMBER, Optional.of(rfc(Rfc.Status.REQUESTED)), Rfc.Status.APPROVED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_approved_ones_enter_a_release_and_each_other_one_is_named() {
        RfcNumber requested = new RfcNumber("RFC-2");
        RfcNumber unknown = new RfcNumber("RFC-3");
        Map<RfcNumber, Rfc> known = Map.of(NUMBER, rfc(Rfc.Status.APPROVED), requested, rfc(Rfc.Status.REQUESTED));

        assertThat(RfcRules.notReleasable(List.of(NUMBER), number -> Optional.ofNullable(known.get(number))))
                .isEmpty();
        assertThat(RfcRules.notReleasable(
                        List.of(NUMBER, requested, unknown), number -> Optional.ofNullable(known.get(number))))
                .contains(Refusal.at(
                        "rfcs",
                        "only-approved-rfcs",
                        "Only approved RFCs enter a release: RFC-2 is requested, RFC-3 is unknown. Leave them out or"
                                + " have them approved."));
    }

    @Test
    void it_is_implemented_with_the_last_release_that_has_some_of_it() {
        ReleaseNumber own = ReleaseNumber.of(2099, 1);
        assertThat(RfcRules.implementedBy(own, List.of(own))).isTrue();
        assertThat(RfcRules.implementedBy(own, List.of())).isTrue();
        assertThat(RfcRules.implementedBy(own, List.of(own, ReleaseNumber.of(2099, 2))))
                .isFalse();
    }

    private static Rfc rfc(Rfc.Status status) {
        return new Rfc(NUMBER, "One", new UnitId("u"), Rfc.Impact.LOW, false, status, List.of("It works."));
    }
}
