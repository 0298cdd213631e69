package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.CHECK;
import static slipway.acceptance.Values.FILES;
import static slipway.acceptance.Values.MADE;
import static slipway.acceptance.Values.revision;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.acceptance.Acceptances.Trial;
import slipway.approval.Gate;

class AcceptanceEventTest {
    @Test
    void each_event_is_one_sentence_about_its_part() {
        AcceptanceEvent ended = new AcceptanceEvent.TrialsEnded(
                MADE, Trial.BACK_OUT_REHEARSAL, true, false, List.of("one failed", "two passed"));
        assertThat(ended.words())
                .isEqualTo("Trial of " + MADE + ", back-out rehearsal failed: one failed; two passed.");
        assertThat(ended.subject()).isEqualTo("iban-check");
        assertThat(new AcceptanceEvent.TrialsEnded(MADE, Trial.TESTS, true, true, List.of("good")).words())
                .isEqualTo("Trial of " + MADE + ", tests passed: good.");
        assertThat(new AcceptanceEvent.TrialsEnded(MADE, Trial.TESTS, false, true, List.of("no command")).words())
                .isEqualTo("Trial of " + MADE + ", tests not run: no command.");

        AcceptanceEvent refused =
                new AcceptanceEvent.AcceptanceRefused(Gate.TEST_VERDICT, Optional.of(CHECK), "case 3");
        assertThat(refused.words()).isEqualTo("iban-check was not accepted: case 3");
        assertThat(refused.subject()).isEqualTo("iban-check");
        AcceptanceEvent whole =
                new AcceptanceEvent.AcceptanceRefused(Gate.BUSINESS_ACCEPTANCE, Optional.empty(), "nobody decided");
        assertThat(whole.words()).isEqualTo("The release was not accepted: nobody decided");
        assertThat(whole.subject()).isEmpty();

        assertThat(new AcceptanceEvent.AcceptanceGranted(List.of(MADE, revision(FILES, "2.0.0"))).words())
                .isEqualTo("Accepted: " + MADE + ", " + revision(FILES, "2.0.0") + ".");
    }
}
