package slipway.rollout;

import java.util.List;
import java.util.function.Predicate;
import slipway.release.Outcome;

/** How many sites a release was planned for and where they ended; for review and figures. Sites count, not parts;
 * {@code staying} counts once more those at which a back-out left some part on the release's own revision. */
public record RolloutFigures(
        int planned,
        int onNewRevision,
        int restored,
        int repaired,
        int failedBackOuts,
        int notReached,
        int failed,
        int leftAlone,
        int staying) {

    /** {@code stays} holds for parts that a back-out left on the release's own revision. */
    static RolloutFigures of(List<SiteStand> sites, Predicate<Target> stays) {
        return new RolloutFigures(
                sites.size(),
                count(sites, site -> onNewRevision(site, stays)),
                count(sites, site -> site.state() == TargetState.RESTORED),
                count(sites, site -> site.state() == TargetState.REPAIRED),
                count(sites, site -> site.state() == TargetState.BACKOUT_FAILED),
                count(sites, site -> site.state() == TargetState.NOT_REACHED),
                count(sites, site -> site.state() == TargetState.FAILED),
                count(sites, site -> site.state().arrived() && !onNewRevision(site, stays)),
                count(sites, site -> site.parts().stream().anyMatch(stays)));
    }

    /** Sites that are still to be begun, are under way or return. */
    public int open() {
        return planned - onNewRevision - restored - repaired - failedBackOuts - notReached - failed - leftAlone;
    }

    /** Sites on the new revision in percent of those planned, rounded down. */
    public int coveragePercent() {
        return planned == 0 ? 0 : (int) (100L * onNewRevision / planned);
    }

    /** The outcome as far as the rollout decides it; of two that fit, the worse one. */
    public Outcome proposal(int minimumCoveragePercent) {
        if (onNewRevision == 0 && staying == 0) {
            return Outcome.BACKED_OUT;
        }
        // What was to be taken back and stays is a back-out that failed, though nothing went wrong at the site, and
        // so is one that a person had to repair.
        if (failedBackOuts > 0
                || repaired > 0
                || failed > 0
                || staying > 0
                || 100L * onNewRevision < (long) minimumCoveragePercent * planned) {
            return Outcome.FAILED;
        }
        return onNewRevision == planned ? Outcome.SUCCESS : Outcome.WITH_ISSUES;
    }

    private static boolean onNewRevision(SiteStand site, Predicate<Target> stays) {
        return site.state().arrived()
                && site.parts().stream().allMatch(part -> part.leftAlone().isEmpty() || stays.test(part));
    }

    private static int count(List<SiteStand> sites, Predicate<SiteStand> which) {
        return (int) sites.stream().filter(which).count();
    }
}
