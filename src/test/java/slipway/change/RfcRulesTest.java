package slipway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.shared.Refusal;
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

    private static Rfc rfc(Rfc.Status status) {
        return new Rfc(NUMBER, "One", new UnitId("u"), Rfc.Impact.LOW, false, status, List.of("It works."));
    }
}
