package slipway.rollout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.release.GoLiveCondition;
import slipway.release.SubmittedRelease;
import slipway.release.WantedRfcs;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;

/**
 * An RFC that was rejected or withdrawn after the go stops the release before its next wave, unless people have decided
 * to go on all the same.
 */
@Component
class ApprovedRfcs implements GoLiveCondition {
    private final Changes changes;
    private final KeptRfcTable kept;

    ApprovedRfcs(Changes changes, KeptRfcTable kept) {
        this.changes = changes;
        this.kept = kept;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        Set<RfcNumber> decidedOn = kept.of(release.number());
        List<String> unwanted = release.rfcs().stream()
                .filter(number -> !decidedOn.contains(number))
                .sorted(Comparator.comparing(RfcNumber::value))
                .flatMap(number ->
                        WantedRfcs.unwanted(number, changes.find(number).map(Rfc::status)).stream())
                .toList();
        return unwanted.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "rfcs-still-approved",
                        "Not everything in the release is wanted any more: " + String.join(", ", unwanted)
                                + ". Have it approved again, or " + otherwise(release) + "."));
    }

    private static String otherwise(SubmittedRelease release) {
        return ToCome.rolloutBegan(release)
                ? "let change manager and service owner decide that the rollout goes on all the same"
                : "submit the release without it";
    }
}
