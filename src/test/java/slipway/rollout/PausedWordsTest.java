package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;
import slipway.shared.UnitRevision;

/** What cannot be decided is refused in words that name what it is about. */
class PausedWordsTest {
    private static final UnitRevision PAYMENTS = Parts.revision(Parts.PAYMENTS, "2.0.0");

    @Test
    void revisions_that_no_site_may_be_switched_to_are_named() {
        Pause pause = new Pause(
                true, false, false, false, false, List.of(), List.of(), List.of(Parts.NEW, PAYMENTS), Optional.empty());

        assertThat(PausedRules.unfit(PausedDecision.RESUME, pause))
                .map(Refusal::reason)
                .contains("No further site may be switched to " + Parts.NEW + ", " + PAYMENTS
                        + ". Back out, or end the rollout here.");
    }

    @Test
    void rfcs_whose_changes_sites_would_keep_are_named() {
        List<RfcNumber> gone = List.of(new RfcNumber("RFC-1"), new RfcNumber("RFC-2"));
        Pause pause = new Pause(true, false, false, false, false, gone, gone, List.of(), Optional.empty());

        assertThat(PausedRules.notRemoved(
                        PausedDecision.END_HERE, pause, Set.of(), List.of(), Set.of(PAYMENTS.unit(), Parts.NEW.unit())))
                .map(Refusal::reason)
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("Sites keep what RFC-1, RFC-2 asked for, though")
                        .contains("for each of iban-check, payments an RFC that removes it"));
    }
}
