package slipway.rollout;

import java.util.List;
import slipway.release.Outcome;

/** How many sites a release was planned for and where they ended; for review and figures. */
public record RolloutFigures(
        int planned, int onNewRevision, int restored, int repaired, int failedBackOuts, int notReached, int failed) {

    static RolloutFigures of(List<Target> targets) {
        return new RolloutFigures(
                targets.size(),
                count(targets, TargetState.VERIFIED) + count(targets, TargetState.NOTHING_TO_DO),
                count(targets, TargetState.RESTORED),
                count(targets, TargetState.REPAIRED),
                count(targets, TargetState.BACKOUT_FAILED),
                count(targets, TargetState.NOT_REACHED),
                count(targets, TargetState.FAILED));
    }

    /** Sites on the new revision in percent of those planned, rounded down. */
    public int coveragePercent() {
        return planned == 0 ? 0 : 100 * onNewRevision / planned;
    }

    /** The outcome as far as the rollout decides it; of two that fit, the worse one. */
    public Outcome proposal(int minimumCoveragePercent) {
        if (onNewRevision == 0) {
            return Outcome.BACKED_OUT;
        }
        if (failedBackOuts > 0 || 100 * onNewRevision < minimumCoveragePercent * planned) {
            return Outcome.FAILED;
        }
        return onNewRevision == planned ? Outcome.SUCCESS : Outcome.WITH_ISSUES;
    }

    private static int count(List<Target> targets, TargetState state) {
        return (int) targets.stream().filter(target -> target.state() == state).count();
    }
}
