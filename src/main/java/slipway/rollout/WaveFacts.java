package slipway.rollout;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.approval.DecisionFacts;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.shared.ReleaseNumber;

/** The waves that the change manager sees at go or no-go. */
@Component
class WaveFacts implements DecisionFacts {
    private final TargetTable targets;
    private final Cmdb cmdb;
    private final Plans plans;

    WaveFacts(TargetTable targets, Cmdb cmdb, Plans plans) {
        this.targets = targets;
        this.cmdb = cmdb;
        this.plans = plans;
    }

    @Override
    public Map<String, Object> facts(ReleaseNumber release) {
        List<Map<String, Object>> waves = targets.of(release).stream()
                .map(target -> row(target, cmdb.site(target.site()), plans.get(release)))
                .toList();
        return Map.of("waves", waves);
    }

    private static Map<String, Object> row(Target target, Site site, Plan plan) {
        return Map.of(
                "wave", target.wave(),
                "site", site.id().value(),
                "name", site.name(),
                "from", WaveGuard.name(target.predecessor()),
                "window", LocalWindow.of(plan, site.zone()));
    }
}
