package slipway.rollout;

import java.util.List;
import slipway.planning.Plan.PointOfNoReturn;

/** Whether a release is past its point of no return: it counts from the first activation, verified or not. */
final class NoReturn {
    private NoReturn() {}

    static boolean passed(PointOfNoReturn point, List<Target> targets) {
        int last = targets.stream().mapToInt(Target::wave).max().orElse(0);
        return switch (point) {
            case NONE -> false;
            case FIRST_WAVE -> activated(targets, 1);
            case LAST_WAVE -> activated(targets, last);
        };
    }

    private static boolean activated(List<Target> targets, int wave) {
        return targets.stream().anyMatch(target -> target.wave() == wave && target.activated());
    }
}
