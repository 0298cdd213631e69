package slipway.release;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;

/** An RFC that was rejected or withdrawn after the go stops the release before its next wave. */
@Component
class ApprovedRfcs implements GoLiveCondition {
    private final Changes changes;

    ApprovedRfcs(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        List<String> unwanted = release.rfcs().stream()
                .sorted(Comparator.comparing(RfcNumber::value))
                .flatMap(number ->
                        WantedRfcs.unwanted(number, changes.find(number).map(Rfc::status)).stream())
                .toList();
        return unwanted.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "rfcs-still-approved",
                        "Not everything in the release is wanted any more: " + String.join(", ", unwanted)
                                + ". Have it approved again, or submit the release without it."));
    }
}
