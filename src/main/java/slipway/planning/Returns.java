package slipway.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipway.planning.Plan.Return;
import slipway.release.ReleaseState;
import slipway.shared.Content;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** What a plan returns each part at each site to, in words, and whether that is still the way back. */
final class Returns {
    private record To(UnitId unit, String words) {}

    private Returns() {}

    static Return of(PlaceOfUnit where, ReturnPath.End end) {
        return switch (end) {
            case ReturnPath.Arrives way ->
                new Return(where.unit(), where.site(), way.to(), String.join("; ", way.passedOver()));
            // What is recalled has to be replaced all the same, so people approve that the way back is to remove it.
            case ReturnPath.NothingKnown nothing ->
                new Return(
                        where.unit(),
                        where.site(),
                        null,
                        String.join("; ", nothing.passedOver()) + "; nothing before that is known");
        };
    }

    /** Why what was planned is not the way back of these places any more, if so. */
    static Optional<Refusal> changed(ReleaseState state, Plan plan, Collection<Return> now, Set<PlaceOfUnit> places) {
        Map<PlaceOfUnit, Return> planned =
                plan.returns().stream().collect(Collectors.toMap(Return::where, each -> each));
        String changed = now.stream()
                .filter(each -> places.contains(each.where()))
                .flatMap(each -> changed(planned.get(each.where()), each).stream())
                .collect(Collectors.joining(", "));
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "returns-changed", "The way back is not the one that was planned: " + changed + wayOut(state)));
    }

    private static String wayOut(ReleaseState state) {
        return state.compareTo(ReleaseState.IN_ROLLOUT) < 0
                ? ". Plan the release again, so that the way back is rehearsed and approved."
                : ". Back out, or end the rollout here and release again for the sites that are left.";
    }

    private static Optional<String> changed(@Nullable Return planned, Return now) {
        if (planned == null) {
            return Optional.of(now.where() + " has no way back in the plan");
        }
        return planned.content().equals(now.content())
                ? Optional.empty()
                : Optional.of(now.where() + " would return to " + words(now) + " instead of " + planned.content());
    }

    /** Each distinct content of a unit with the sites that return to it, in the order of the returns. */
    static List<PlanChapter.ReturnTo> chapter(List<Return> returns) {
        Map<To, List<SiteId>> groups = new LinkedHashMap<>();
        returns.forEach(each -> groups.computeIfAbsent(new To(each.unit(), words(each)), any -> new ArrayList<>())
                .add(each.site()));
        return groups.entrySet().stream()
                .map(group -> new PlanChapter.ReturnTo(
                        group.getKey().unit(), group.getKey().words(), group.getValue()))
                .toList();
    }

    private static String words(Return way) {
        Content content = way.content();
        return way.passedOver().isEmpty() ? content.toString() : content + " (not to " + way.passedOver() + ")";
    }
}
