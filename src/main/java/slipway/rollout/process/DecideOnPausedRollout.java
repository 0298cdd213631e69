package slipway.rollout.process;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.change.Rfc;
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
import slipway.rollout.PausedDecision;
import slipway.rollout.PausedRollouts;
import slipway.rollout.RolloutChapter;
import slipway.shared.RfcNumber;

@Component
class DecideOnPausedRollout implements UserTask {
    private final Dossiers dossiers;
    private final PausedRollouts rollouts;

    DecideOnPausedRollout(Dossiers dossiers, PausedRollouts rollouts) {
        this.dossiers = dossiers;
        this.rollouts = rollouts;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        PausedRollouts.Situation situation = rollouts.situation(task.release());
        Map<String, Object> facts = new LinkedHashMap<>(
                dossiers.forForm(task.release(), List.of(ScopeChapter.class, PlanChapter.class, RolloutChapter.class)));
        facts.put("why", situation.why());
        facts.put(
                "since",
                situation.since().stream().map(DecideOnPausedRollout::row).toList());
        facts.put("takenBack", numbers(situation.takenBack()));
        facts.put("toRemove", numbers(situation.toRemove()));
        facts.put(
                "removers",
                situation.removers().stream().map(DecideOnPausedRollout::row).toList());
        facts.put(
                "said",
                situation.said().stream().map(DecideOnPausedRollout::row).toList());
        facts.put(
                "needs",
                situation.needs().stream().map(DecideOnPausedRollout::row).toList());
        facts.put(
                "returns",
                situation.returns().stream().map(DecideOnPausedRollout::row).toList());
        facts.put(
                "later",
                situation.returns().stream()
                        .filter(PausedRollouts.Return::leftAlone)
                        .map(each -> each.unit() + " at " + each.site() + ": " + each.what())
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Stream.concat(
                        Arrays.stream(PausedDecision.values())
                                .map(decision -> Outcome.done()
                                        .in(ReleaseState.PAUSED)
                                        .giving(SettlePausedRolloutProcess.PAUSED_DECISION, route(decision))
                                        .giving(SettlePausedRolloutProcess.BACK_OUT_SCOPE, scope(decision))),
                        Stream.of(Outcome.done()
                                .in(ReleaseState.PAUSED)
                                .giving(SettlePausedRolloutProcess.PAUSED_DECISION, "OPEN")))
                .toList());
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        PausedDecision decision = PausedDecision.valueOf(submission.text("decision"));
        return switch (rollouts.decide(
                task.release(),
                submission.actor(),
                decision,
                submission.text("reason"),
                submission.list("removingRfcs").stream().map(RfcNumber::new).collect(Collectors.toSet()))) {
            case PausedRollouts.Decided decided ->
                new Recorded(Map.of(
                        SettlePausedRolloutProcess.PAUSED_DECISION.name(), route(decision),
                        SettlePausedRolloutProcess.BACK_OUT_SCOPE.name(), scope(decision)));
            case PausedRollouts.Proposed proposed ->
                Recorded.with(SettlePausedRolloutProcess.PAUSED_DECISION.name(), "OPEN");
            case PausedRollouts.NotDecided no -> new Refused(no.refusal());
        };
    }

    private static String route(PausedDecision decision) {
        return switch (decision) {
            case RETRY, RESUME -> "GO_ON";
            case BACK_OUT_FAILED, BACK_OUT_ALL -> "BACK_OUT";
            case END_HERE -> "END_HERE";
        };
    }

    private static String scope(PausedDecision decision) {
        return switch (decision) {
            case BACK_OUT_ALL -> "ALL";
            case BACK_OUT_FAILED -> "FAILED";
            case RETRY, RESUME, END_HERE -> "NONE";
        };
    }

    private static String numbers(List<RfcNumber> rfcs) {
        return rfcs.stream().map(RfcNumber::value).collect(Collectors.joining(", "));
    }

    /** As choices are offered. */
    private static Map<String, Object> row(Rfc rfc) {
        return Map.of(
                "value",
                rfc.number().value(),
                "label",
                rfc.number() + " · " + rfc.title() + " (" + rfc.unit() + ", "
                        + rfc.status().words() + ")");
    }

    private static Map<String, Object> row(PausedRollouts.Happening happening) {
        return Map.of("actor", happening.actor().id(), "what", happening.what());
    }

    private static Map<String, Object> row(PausedRollouts.Said said) {
        return Map.of("actor", said.actor().id(), "decision", said.decision(), "reason", said.reason());
    }

    private static Map<String, Object> row(PausedRollouts.Need need) {
        return Map.of("decision", need.decision(), "needs", need.needs());
    }

    private static Map<String, Object> row(PausedRollouts.Return way) {
        return Map.of("site", way.site().value(), "unit", way.unit().value(), "what", way.what());
    }
}
