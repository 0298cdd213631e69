package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.FILES;
import static slipway.planning.Values.MINE;
import static slipway.planning.Values.NEW_YORK;
import static slipway.planning.Values.OTHER;
import static slipway.planning.Values.ZURICH;
import static slipway.planning.Values.held;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipway.shared.ReleaseNumber;

class HoldersTest {
    private static final ReleaseNumber THIRD = ReleaseNumber.of(2026, 3);

    @Test
    void nobody_stands_in_the_way_of_itself() {
        assertThat(Holders.refused(MINE, List.of())).isEmpty();
        assertThat(Holders.refused(MINE, held(MINE, CHECK, ZURICH))).isEmpty();
    }

    @Test
    void every_other_holder_is_named_with_its_units_and_sites() {
        List<Held> held = Stream.of(
                        held(MINE, CHECK, ZURICH),
                        held(OTHER, FILES, ZURICH),
                        held(OTHER, CHECK, ZURICH, NEW_YORK),
                        held(THIRD, FILES, NEW_YORK))
                .flatMap(List::stream)
                .toList();

        assertThat(Holders.refused(MINE, held)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("reserved-by-another");
            assertThat(no.reason())
                    .contains("what REL-2026-0001 needs: REL-2026-0002 has iban-check at new-york, zurich;"
                            + " REL-2026-0002 has payment-file at zurich; REL-2026-0003 has payment-file at new-york."
                            + " Wait until");
        });
    }
}
