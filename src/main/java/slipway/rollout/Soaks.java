package slipway.rollout;

import java.util.List;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.planning.Reservations;
import slipway.shared.ReleaseNumber;

/** The end of watching what waves installed. */
@Component
class Soaks {
    private final Reservations reservations;
    private final TargetTable targets;
    private final WaveTable waves;
    private final EventLog events;

    Soaks(Reservations reservations, TargetTable targets, WaveTable waves, EventLog events) {
        this.reservations = reservations;
        this.targets = targets;
        this.waves = waves;
        this.events = events;
    }

    /** That wave was watched for its whole soak: others may have what runs the release up to there. */
    void over(ReleaseNumber release, int wave) {
        before(release, wave);
        reservations.end(release, SiteRules.soaked(SiteStand.of(targets.of(release)), wave));
        waves.soaked(release, wave);
        events.append(release, new RolloutEvent.WaveSoaked(wave));
    }

    /** The same of each earlier wave whose soak ended while the release stood, so that nobody said so. */
    void before(ReleaseNumber release, int wave) {
        List<Integer> unsaid = waves.watched(release, wave);
        if (!unsaid.isEmpty()) {
            reservations.end(release, SiteRules.soaked(SiteStand.of(targets.of(release)), wave - 1));
            waves.soaked(release, wave - 1);
            unsaid.forEach(earlier -> events.append(release, new RolloutEvent.WaveSoaked(earlier)));
        }
    }
}
