package slipway.acceptance;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.approval.Approvals;
import slipway.library.Library.Holding;
import slipway.release.ReleasePart;
import slipway.release.SubmittedRelease;
import slipway.shared.PartId;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

/** What the service owner may say of a release, and which of its parts somebody is against. */
final class AcceptanceRules {
    private AcceptanceRules() {}

    /** Why the service owner cannot say this of the release, if so. */
    static Optional<Refusal> accepted(
            SubmittedRelease release, boolean accept, Set<UnitId> again, String opinion, Collection<Against> against) {
        return VerdictRules.notInTest(release)
                .or(() -> accept
                        ? stands(against)
                        : VerdictRules.without(opinion, "opinion").or(() -> strange(release, again)));
    }

    private static Optional<Refusal> stands(Collection<Against> against) {
        return against.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "decision",
                        "test-verdict-stands",
                        "Not every part has a test verdict that stands: "
                                + against.stream().map(Against::toString).collect(Collectors.joining("; "))
                                + ". Refuse the release."));
    }

    private static Optional<Refusal> strange(SubmittedRelease release, Set<UnitId> again) {
        String strange = again.stream()
                .filter(unit -> !release.scope().units().contains(unit))
                .map(UnitId::value)
                .sorted()
                .collect(Collectors.joining(", "));
        return strange.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "again",
                        "parts-of-release",
                        "The release does not deliver " + strange + "; choose among its parts."));
    }

    /** The parts that are made again when the service owner names these; none named = all. */
    static List<PartId> toMakeAgain(SubmittedRelease release, Set<UnitId> again) {
        return release.parts().stream()
                .map(ReleasePart::id)
                .filter(part -> again.isEmpty() || again.contains(part.unit()))
                .toList();
    }

    /** Why a part is not accepted, if so; one that is merely not judged is judged again, not made again. */
    static Optional<Against> against(ReleasePart part, Approvals.Standing verdict, Optional<Holding> holding) {
        if (part.revision().isEmpty()) {
            String reason = part instanceof ReleasePart.Rework rework ? rework.reason() : "it is not made yet";
            return Optional.of(new Against(part, reason, false));
        }
        return switch (verdict) {
            case Approvals.Denied denied ->
                Optional.of(new Against(part, denied.approval().reason(), true));
            case Approvals.Voided voided ->
                Optional.of(new Against(
                        part,
                        "the " + words(voided.changed().aspect().name()) + " changed after its tests were judged",
                        false));
            case Approvals.Missing missing -> Optional.of(new Against(part, "nobody judged its tests", false));
            case Approvals.Granted granted ->
                VerdictRules.barred(holding)
                        ? Optional.of(new Against(part, "it is in quarantine or recalled", true))
                        : Optional.empty();
        };
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
