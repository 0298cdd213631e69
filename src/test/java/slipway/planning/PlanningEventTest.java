package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.FILES;
import static slipway.planning.Values.NEW_YORK;
import static slipway.planning.Values.ZURICH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan.PointOfNoReturn;

class PlanningEventTest {
    @Test
    void each_event_is_one_sentence() {
        assertThat(new PlanningEvent.PlanDrafted(
                                2,
                                Instant.parse("2026-11-25T20:00:00Z"),
                                Instant.parse("2026-11-25T22:00:00Z"),
                                Duration.ofMinutes(10),
                                PointOfNoReturn.LAST_WAVE)
                        .words())
                .isEqualTo("Plan 2 drafted: activation from 2026-11-25T20:00:00Z to 2026-11-25T22:00:00Z, a back-out of"
                        + " a site within 10 minutes, point of no return from the first activation of the last wave.");
        assertThat(new PlanningEvent.PlanPublished(2).words()).isEqualTo("Plan 2 is the baseline.");
        assertThat(new PlanningEvent.SitesReserved(List.of(CHECK, FILES), List.of(ZURICH)).words())
                .isEqualTo("Reserved for this release alone: iban-check, payment-file at zurich.");
        assertThat(new PlanningEvent.ReservationsEnded(List.of(NEW_YORK, ZURICH)).words())
                .isEqualTo("Other releases may have new-york, zurich again.");
        assertThat(new PlanningEvent.ReservationsGivenBack(List.of(ZURICH)).words())
                .isEqualTo("Gave back what was reserved at zurich.");
    }
}
