package slipway.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipway.planning.Plan;
import slipway.shared.Content;
import slipway.shared.Refusal;
import slipway.shared.UnitRevision;

/** What was planned and rehearsed as the way back must be what each site runs when its wave is scheduled. */
final class ReturnRules {
    private ReturnRules() {}

    /** Why the waves cannot be scheduled on that plan; {@code verified} is what each site runs now, by the CMDB. */
    static Optional<Refusal> changed(Plan plan, List<Target> targets, Map<PlaceOfUnit, UnitRevision> verified) {
        Map<PlaceOfUnit, Content> planned = plan.returns().stream()
                .collect(Collectors.toMap(
                        each -> new PlaceOfUnit(each.site(), each.unit()), each -> Content.of(each.to())));
        String changed = targets.stream()
                .map(Target::where)
                .map(where -> changed(where, planned.get(where), Content.of(verified.get(where))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        WaveText.FIELD,
                        "returns-changed",
                        "These sites run something else than the plan returns them to: " + changed
                                + ". Plan the release again, so that the way back is rehearsed and approved."));
    }

    private static Optional<String> changed(PlaceOfUnit where, @Nullable Content planned, Content now) {
        if (planned == null) {
            return Optional.of(where + " has no way back in the plan");
        }
        return planned.equals(now) ? Optional.empty() : Optional.of(where + " runs " + now + " instead of " + planned);
    }
}
