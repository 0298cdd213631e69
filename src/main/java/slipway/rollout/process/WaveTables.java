package slipway.rollout.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.engine.Decisions;
import slipway.engine.TerminalFailure;
import slipway.rollout.Threshold;
import slipway.rollout.Thresholds;
import slipway.shared.ReleaseNumber;

/** What the tables {@code wave-strategy} and {@code wave-threshold} said, from the ledger. */
@Component
class WaveTables {
    private final Decisions decisions;

    WaveTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Empty when the table gave, for the pilot or for other waves, something that cannot be read. */
    Optional<Thresholds> thresholds(ReleaseNumber release) {
        Optional<Threshold> wave = threshold(release, PlanRolloutProcess.TASK_DECIDE_THRESHOLD);
        return threshold(release, PlanRolloutProcess.TASK_DECIDE_PILOT_THRESHOLD)
                .flatMap(pilot -> wave.map(other -> new Thresholds(pilot, other)));
    }

    private Optional<Threshold> threshold(ReleaseNumber release, String task) {
        return row(decisions.latest(release, PlanRolloutProcess.THRESHOLD, task))
                .flatMap(row ->
                        Threshold.read(row.get("thresholdPercent"), row.get("maxFailed"), row.get("failedInARow")));
    }

    int pilotSites(ReleaseNumber release) {
        return count(release, "pilotSites");
    }

    int sitesPerWave(ReleaseNumber release) {
        return count(release, "sitesPerWave");
    }

    private int count(ReleaseNumber release, String output) {
        return row(decisions.latest(release, PlanRolloutProcess.STRATEGY))
                .map(row -> row.get(output))
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).intValue())
                .filter(value -> value > 0)
                .orElseThrow(() -> new TerminalFailure(
                        "the table " + PlanRolloutProcess.STRATEGY + " gave no positive " + output));
    }

    private static Optional<Map<String, Object>> row(List<Map<String, Object>> rows) {
        return rows.stream().findFirst();
    }
}
