package slipway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

class RfcTest {

    @Test
    void an_rfc_without_a_criterion_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rfc("Faster", Rfc.Status.APPROVED, List.of()))
                .withMessageContaining("RFC-1 needs at least one criterion");
    }

    @Test
    void an_rfc_asks_for_the_same_whatever_became_of_it() {
        Rfc asked = rfc("Faster", Rfc.Status.REQUESTED, List.of("In a second"));

        assertThat(asked.asksTheSame(rfc("Faster", Rfc.Status.REJECTED, List.of("In a second"))))
                .isTrue();
        assertThat(asked.asksTheSame(rfc("Faster", Rfc.Status.REQUESTED, List.of("In two seconds"))))
                .isFalse();
    }

    @Test
    void people_read_words() {
        assertThat(Rfc.Status.IMPLEMENTED.words()).isEqualTo("implemented");
        assertThat(Words.of(List.of(new RfcNumber("RFC-1"), new RfcNumber("RFC-2"))))
                .isEqualTo("RFC-1, RFC-2");
    }

    private static Rfc rfc(String title, Rfc.Status status, List<String> criteria) {
        return new Rfc(new RfcNumber("RFC-1"), title, new UnitId("check"), Rfc.Impact.LOW, false, status, criteria);
    }
}
