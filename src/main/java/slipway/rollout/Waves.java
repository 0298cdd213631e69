package slipway.rollout;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import slipway.rollout.RolloutEvent.Kind;

/** What the recorded steps of a rollout say. */
final class Waves {
    private static final Set<TargetState> DECIDED =
            Set.of(TargetState.VERIFIED, TargetState.NOTHING_TO_DO, TargetState.RESTORED, TargetState.REPAIRED);
    private static final Set<Kind> OF_A_WAVE = Set.of(Kind.WAVE_STARTED, Kind.WAVE_OVER, Kind.PAUSED);

    private Waves() {}

    /** Whether nothing is left to do at a site in that state. */
    static boolean decided(TargetState state) {
        return DECIDED.contains(state);
    }

    /** Whether the wave was started and neither passed nor paused since. */
    static boolean running(List<RolloutEvent> events, int wave) {
        return events.reversed().stream()
                .filter(event -> OF_A_WAVE.contains(event.kind()) && Objects.equals(event.wave(), wave))
                .findFirst()
                .filter(event -> event.kind() == Kind.WAVE_STARTED)
                .isPresent();
    }
}
