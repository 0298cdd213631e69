package slipway.rollout.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.rollout.WavePlans;
import slipway.shared.Refusal;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
class ArrangeWaves implements UserTask {
    private final Releases releases;
    private final Plans plans;
    private final Cmdb cmdb;
    private final WavePlans waves;
    private final WaveTables tables;

    ArrangeWaves(Releases releases, Plans plans, Cmdb cmdb, WavePlans waves, WaveTables tables) {
        this.releases = releases;
        this.plans = plans;
        this.cmdb = cmdb;
        this.waves = waves;
        this.tables = tables;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Release release = releases.get(task.release());
        Plan plan = plans.get(task.release());
        int pilots = tables.pilotSites(task.release());
        int each = tables.sitesPerWave(task.release());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", release.number().value());
        facts.put("title", release.title());
        facts.put("sites", sites(release.confirmedScope().unit()));
        facts.put("strategy", pilots + " pilot site(s) first, then " + each + " a wave");
        facts.put(
                "thresholdPercent",
                tables.threshold(task.release())
                        .map(limit -> "" + limit.percent())
                        .orElse("unreadable"));
        facts.put("start", Times.utc(plan.start()));
        facts.put("end", Times.utc(plan.end()));
        facts.put("refusal", waves.conflict(task.release()).map(Refusal::reason).orElse(""));
        facts.put("waves", waves.arranged(task.release()).orElseGet(() -> waves.propose(pilots, each)));
        return facts;
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        boolean wanted =
                submission.optionalText("decision").filter("CANCEL"::equals).isEmpty();
        String reason = submission.optionalText("reason").orElse("");
        Result result = wanted
                ? waves.arrange(task.release(), submission.actor(), submission.text("waves"))
                : waves.cancel(task.release(), submission.actor(), reason);
        return switch (result) {
            case Result.Done done -> Recorded.with(PlanRolloutProcess.ROLLOUT_WANTED.name(), wanted);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    private List<Map<String, Object>> sites(UnitId unit) {
        return cmdb.sites().stream().map(site -> row(site, unit)).toList();
    }

    private Map<String, Object> row(Site site, UnitId unit) {
        return Map.of(
                "id", site.id().value(),
                "name", site.name(),
                "zone", site.zone().getId(),
                "coordinator", site.coordinator().id(),
                "disasterRecovery", site.disasterRecovery() ? "yes" : "",
                "installed",
                        cmdb.find(site.id(), unit)
                                .map(Cmdb.Record::verified)
                                .map(UnitRevision::version)
                                .orElse("nothing"));
    }
}
