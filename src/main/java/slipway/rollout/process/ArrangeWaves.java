package slipway.rollout.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.planning.PlanChapter;
import slipway.release.Dossiers;
import slipway.release.ReleaseState;
import slipway.release.ScopeChapter;
import slipway.rollout.Threshold;
import slipway.rollout.Thresholds;
import slipway.rollout.WavePlans;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
class ArrangeWaves implements UserTask {
    private static final String ARRANGE = "ARRANGE";

    private final Dossiers dossiers;
    private final WavePlans waves;
    private final WaveTables tables;
    private final SiteRows sites;

    ArrangeWaves(Dossiers dossiers, WavePlans waves, WaveTables tables, SiteRows sites) {
        this.dossiers = dossiers;
        this.waves = waves;
        this.tables = tables;
        this.sites = sites;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        ReleaseNumber release = task.release();
        int pilots = tables.pilotSites(release);
        int each = tables.sitesPerWave(release);
        Map<String, Object> facts =
                new LinkedHashMap<>(dossiers.forForm(release, List.of(ScopeChapter.class, PlanChapter.class)));
        facts.put("sites", sites.of(release));
        facts.put("strategy", pilots + " pilot site(s) first, then " + each + " a wave");
        Optional<Thresholds> stops = tables.thresholds(release);
        facts.put("pilotStops", words(stops.map(Thresholds::pilot)));
        facts.put("waveStops", words(stops.map(Thresholds::wave)));
        facts.put("sentBack", String.join("\n", waves.sentBackBecause(release)));
        facts.put(
                "refusal",
                waves.conflicts(release).stream().map(Refusal::reason).collect(Collectors.joining("\n")));
        facts.put("waves", waves.arranged(release).orElseGet(() -> waves.propose(release, pilots, each)));
        return facts;
    }

    private static String words(Optional<Threshold> threshold) {
        return threshold
                .map(Threshold::words)
                .orElse("nobody can read when: the process owner mends the table wave-threshold");
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(
                Outcome.done()
                        .giving(PlanRolloutProcess.WAVES_DECISION, "ARRANGED")
                        .passing(PlanRolloutProcess.WAVES),
                Outcome.done().to(ReleaseState.CANCELLED).giving(PlanRolloutProcess.WAVES_DECISION, "CANCEL"),
                Outcome.done().to(ReleaseState.SUBMITTED).giving(PlanRolloutProcess.WAVES_DECISION, "REPLAN"));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        String decision = submission.optionalText("decision").orElse(ARRANGE);
        Result result = decide(task.release(), submission.actor(), decision, submission);
        return switch (result) {
            case Result.Done done ->
                Recorded.with(
                        PlanRolloutProcess.WAVES_DECISION.name(), decision.equals(ARRANGE) ? "ARRANGED" : decision);
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    private Result decide(ReleaseNumber release, Actor actor, String decision, Submission submission) {
        String reason = submission.optionalText("reason").orElse("");
        return switch (decision) {
            case ARRANGE ->
                waves.arrange(release, actor, submission.optionalText("waves").orElse(""));
            case "CANCEL" -> waves.cancel(release, actor, reason);
            case "REPLAN" -> waves.replan(release, actor, reason);
            default -> throw new IllegalStateException("the form offers no decision '" + decision + "'");
        };
    }
}
