package slipway.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.release.GoLiveCondition;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class LedgeredGoNoGo implements GoNoGo {
    private final Approvals approvals;
    private final Releases releases;
    private final Duties duties;
    private final ObjectProvider<GoLiveCondition> conditions;
    private final ObjectProvider<DecisionFacts> facts;

    LedgeredGoNoGo(
            Approvals approvals,
            Releases releases,
            Duties duties,
            ObjectProvider<GoLiveCondition> conditions,
            ObjectProvider<DecisionFacts> facts) {
        this.approvals = approvals;
        this.releases = releases;
        this.duties = duties;
        this.conditions = conditions;
        this.facts = facts;
    }

    @Override
    public Result decide(ReleaseNumber release, Actor actor, Decision decision, String reason) {
        boolean go = decision == Decision.GO;
        if (!go && reason.isBlank()) {
            return Result.refusedAt("reason", "reason-required", "Say why this release does not go live as planned.");
        }
        ReleaseState state = releases.get(release).state();
        if (state != ReleaseState.SCHEDULED) {
            return Result.refused(
                    "not-scheduled", "Release " + release + " is " + state + "; only a scheduled one is decided on.");
        }
        Optional<Refusal> barred = duties.barred(release, Duty.AUTHORISER, actor);
        if (barred.isPresent()) {
            return new Result.Refused(barred.get());
        }
        approvals.decide(release, Gate.GO_LIVE, actor, go, go ? reason : decision + ": " + reason);
        return Result.done();
    }

    @Override
    public Result authorise(ReleaseNumber release) {
        Optional<Refusal> open = Gates.open(approvals.standing(release, Gate.GO_LIVE), Gate.GO_LIVE);
        return open.isPresent() ? new Result.Refused(open.get()) : releases.move(release, ReleaseState.AUTHORISED);
    }

    @Override
    public Result cancel(ReleaseNumber release) {
        return approvals.standing(release, Gate.GO_LIVE) instanceof Approvals.Denied
                ? releases.move(release, ReleaseState.CANCELLED)
                : Result.refused("no-decision", "Nobody decided against release " + release + "; decide first.");
    }

    @Override
    public List<Condition> conditions(ReleaseNumber number) {
        Release release = releases.get(number);
        return conditions
                .orderedStream()
                .map(condition -> new Condition(
                        Gates.words(condition.getClass().getSimpleName()),
                        condition.unmet(release).map(Refusal::reason).orElse("met")))
                .toList();
    }

    @Override
    public Map<String, Object> facts(ReleaseNumber release) {
        Map<String, Object> all = new LinkedHashMap<>();
        facts.forEach(source -> all.putAll(source.facts(release)));
        return all;
    }
}
