package slipway.rollout;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import slipway.shared.SiteId;

/** A site within a release: as far as its slowest part, failed when one part failed; parts in their order. */
public record SiteStand(SiteId site, int wave, TargetState state, List<Target> parts) {
    /** What a site is when one of its parts is that, the gravest first; then how far it is, the slowest first. */
    private static final List<TargetState> DECISIVE = List.of(
            TargetState.BACKOUT_FAILED,
            TargetState.FAILED,
            TargetState.BACKING_OUT,
            TargetState.REPAIRED,
            TargetState.RESTORED,
            TargetState.NOT_REACHED,
            TargetState.PLANNED,
            TargetState.PREPARED,
            TargetState.DISTRIBUTED,
            TargetState.ACTIVATED,
            TargetState.VERIFIED,
            TargetState.NOTHING_TO_DO);

    public SiteStand {
        parts = List.copyOf(parts);
    }

    /** The sites of these parts, in the order in which they come. */
    static List<SiteStand> of(List<Target> targets) {
        Map<SiteId, List<Target>> bySite =
                targets.stream().collect(Collectors.groupingBy(Target::site, LinkedHashMap::new, Collectors.toList()));
        return bySite.entrySet().stream()
                .map(site -> of(site.getKey(), site.getValue()))
                .toList();
    }

    private static SiteStand of(SiteId site, List<Target> parts) {
        List<Target> ordered =
                parts.stream().sorted(Comparator.comparingInt(Target::place)).toList();
        TargetState state = DECISIVE.stream()
                .filter(each -> ordered.stream().anyMatch(part -> part.state() == each))
                .findFirst()
                .orElseThrow();
        return new SiteStand(site, ordered.getFirst().wave(), state, ordered);
    }

    /** Whether some part of it waits for its turn. */
    boolean waiting() {
        return parts.stream().anyMatch(part -> part.state().waiting());
    }

    /** Whether it was stopped between two of its parts, and nobody decided on what was installed until then. */
    boolean halfWay() {
        return state == TargetState.NOT_REACHED
                && !leftAlone()
                && parts.stream().anyMatch(part -> part.state() == TargetState.VERIFIED);
    }

    /** Whether a back-out that was decided did not return some part of it. */
    public boolean leftAlone() {
        return parts.stream().anyMatch(part -> !part.leftAlone().isEmpty());
    }

    /** The reasons of its parts that are not as they should be, with their units. */
    public String reasons() {
        return parts.stream()
                .filter(part -> !part.state().arrived() && !part.why().isEmpty())
                .map(part -> part.unit() + ": " + part.why())
                .collect(Collectors.joining("; "));
    }
}
