package slipway.rollout.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.engine.Decisions;
import slipway.engine.TerminalFailure;
import slipway.rollout.Threshold;
import slipway.shared.ReleaseNumber;

/** What the tables {@code wave-strategy} and {@code wave-threshold} said, from the ledger. */
@Component
class WaveTables {
    private final Decisions decisions;

    WaveTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Empty when the table gave nothing that is a percentage. */
    Optional<Threshold> threshold(ReleaseNumber release) {
        return Threshold.read(value(release, PlanRolloutProcess.THRESHOLD, "thresholdPercent"));
    }

    int pilotSites(ReleaseNumber release) {
        return count(release, "pilotSites");
    }

    int sitesPerWave(ReleaseNumber release) {
        return count(release, "sitesPerWave");
    }

    private int count(ReleaseNumber release, String output) {
        return value(release, PlanRolloutProcess.STRATEGY, output) instanceof Number number && number.intValue() > 0
                ? number.intValue()
                : fail(output);
    }

    private static int fail(String output) {
        throw new TerminalFailure("the table " + PlanRolloutProcess.STRATEGY + " gave no positive " + output);
    }

    private @Nullable Object value(ReleaseNumber release, String table, String output) {
        List<Map<String, Object>> rows = decisions.latest(release, table);
        return rows.isEmpty() ? null : rows.getFirst().get(output);
    }
}
