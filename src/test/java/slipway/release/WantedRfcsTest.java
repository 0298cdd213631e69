package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.change.Rfc;
import slipway.shared.RfcNumber;

class WantedRfcsTest {
    private static final RfcNumber RFC = new RfcNumber("RFC-7");

    @ParameterizedTest
    @EnumSource(
            value = Rfc.Status.class,
            names = {"APPROVED", "IMPLEMENTED"})
    void what_is_approved_or_was_implemented_elsewhere_is_wanted(Rfc.Status status) {
        assertThat(WantedRfcs.unwanted(RFC, Optional.of(status))).isEmpty();
    }

    @Test
    void what_was_rejected_withdrawn_reopened_or_is_unknown_is_not() {
        assertThat(WantedRfcs.unwanted(RFC, Optional.of(Rfc.Status.REJECTED))).contains("RFC-7 is rejected");
        assertThat(WantedRfcs.unwanted(RFC, Optional.of(Rfc.Status.WITHDRAWN))).contains("RFC-7 is withdrawn");
        assertThat(WantedRfcs.unwanted(RFC, Optional.of(Rfc.Status.REQUESTED))).contains("RFC-7 is requested");
        assertThat(WantedRfcs.unwanted(RFC, Optional.empty())).contains("RFC-7 is unknown");
    }
}
