package slipway.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.change.ClaimTable.Missing;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;

class ClaimRulesTest {
    private static final RfcNumber ONE = new RfcNumber("RFC-1");
    private static final RfcNumber TWO = new RfcNumber("RFC-2");
    private static final ReleaseNumber HOLDER = new ReleaseNumber("REL-2026-0001");
    private static final ReleaseNumber OTHER = new ReleaseNumber("REL-2026-0002");
    private static final Missing FREE = new Missing(ONE, null);
    private static final Missing HELD = new Missing(TWO, HOLDER);

    @Test
    void a_claim_that_got_everything_stands() {
        assertThat(ClaimRules.again(List.of())).isFalse();
        assertThat(ClaimRules.refused(List.of())).isEmpty();
    }

    @Test
    void what_is_free_again_is_claimed_again() {
        assertThat(ClaimRules.again(List.of(FREE))).isTrue();
        assertThat(ClaimRules.again(List.of(HELD))).isFalse();
        assertThat(ClaimRules.again(List.of(FREE, HELD))).isFalse();
    }

    @Test
    void a_refusal_names_each_rfc_with_each_of_its_holders() {
        assertThat(ClaimRules.refused(List.of(FREE, HELD, HELD, new Missing(TWO, OTHER))))
                .hasValueSatisfying(no -> assertThat(no.reason())
                        .contains("only: RFC-2 is in REL-2026-0001, RFC-2 is in REL-2026-0002.")
                        .doesNotContain("RFC-1 "));
        assertThat(ClaimRules.refused(List.of(HELD)))
                .get()
                .extracting(Refusal::rule, Refusal::field)
                .containsExactly("rfc-in-one-release", "rfcs");
    }
}
