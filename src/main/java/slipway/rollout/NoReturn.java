package slipway.rollout;

import java.util.List;
import slipway.planning.Plan.PointOfNoReturn;

/**
 * Whether a release is past its point of no return: it counts from the first activation, verified or not. A wave whose
 * sites all ran the revision already is neither the first nor the last.
 */
final class NoReturn {
    private NoReturn() {}

    static boolean passed(PointOfNoReturn point, List<Target> targets) {
        return switch (point) {
            case NONE -> false;
            case FIRST_WAVE -> targets.stream().anyMatch(Target::activated);
            case LAST_WAVE -> targets.stream().anyMatch(target -> target.wave() == last(targets) && target.activated());
        };
    }

    private static int last(List<Target> targets) {
        return targets.stream()
                .filter(target -> target.state() != TargetState.NOTHING_TO_DO)
                .mapToInt(Target::wave)
                .max()
                .orElse(0);
    }
}
