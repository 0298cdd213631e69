package slipway.rollout;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** What is left to do at the sites of a release. */
final class SiteRules {
    private SiteRules() {}

    /** The parts at sites where something is left to do. */
    static List<Target> open(List<SiteStand> sites) {
        return sites.stream()
                .flatMap(site -> site.parts().stream().filter(part -> !over(part, site)))
                .toList();
    }

    /**
     * The parts that get their turn when the rollout goes on: nothing more comes to a site that was returned or left
     * alone, since the release has it no longer for itself.
     */
    static Stream<Target> planAgain(List<SiteStand> sites, boolean retry) {
        return sites.stream()
                .filter(site -> !returned(site))
                .filter(site -> retry || site.parts().stream().noneMatch(part -> part.state() == TargetState.FAILED))
                .flatMap(site -> site.parts().stream().filter(part -> !over(part, site)))
                .filter(part -> part.state() == TargetState.NOT_REACHED || part.state() == TargetState.FAILED);
    }

    private static boolean over(Target part, SiteStand site) {
        return switch (part.state()) {
            case VERIFIED, NOTHING_TO_DO, RESTORED, REPAIRED -> true;
            case NOT_REACHED -> returned(site) || site.leftAlone();
            case FAILED -> !part.leftAlone().isEmpty();
            case PLANNED, PREPARED, DISTRIBUTED, ACTIVATED, BACKING_OUT, BACKOUT_FAILED -> false;
        };
    }

    private static boolean returned(SiteStand site) {
        return site.parts().stream().map(Target::state).anyMatch(TargetState::returned);
    }

    /** The sites that others may have again once waves up to this one were watched: those that run the release. */
    static Set<SiteId> soaked(List<SiteStand> sites, int upTo) {
        return sites.stream()
                .filter(site -> site.wave() <= upTo && site.state().arrived())
                .map(SiteStand::site)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The sites where nothing of it was begun, in order. */
    static List<SiteId> notReached(List<SiteStand> sites) {
        return Sites.sorted(sites.stream()
                .filter(site -> site.state() == TargetState.NOT_REACHED)
                .map(SiteStand::site)
                .toList());
    }

    /** The units that some site was switched to and did not return from. */
    static Set<UnitId> kept(List<Target> targets) {
        return targets.stream()
                .filter(Target::activated)
                .filter(target -> target.state() != TargetState.RESTORED && target.state() != TargetState.REPAIRED)
                .map(Target::unit)
                .collect(Collectors.toUnmodifiableSet());
    }
}
