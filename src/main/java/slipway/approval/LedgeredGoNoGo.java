package slipway.approval;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.Reserving;
import slipway.release.SubmittedRelease;
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
    private final ObjectProvider<GoCondition> conditions;
    private final ObjectProvider<Reserving> reserving;

    LedgeredGoNoGo(
            Approvals approvals,
            Releases releases,
            Duties duties,
            ObjectProvider<GoCondition> conditions,
            ObjectProvider<Reserving> reserving) {
        this.approvals = approvals;
        this.releases = releases;
        this.duties = duties;
        this.conditions = conditions;
        this.reserving = reserving;
    }

    @Override
    public Result decide(ReleaseNumber number, Actor actor, Decision decision, String reason) {
        SubmittedRelease release = releases.submitted(number);
        Optional<Refusal> refused = GoNoGoRules.refused(release, decision, reason)
                .or(() -> duties.barred(number, Duty.AUTHORISER, actor))
                .or(() -> decision == Decision.GO ? held(release) : Optional.empty());
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        approvals.decide(number, Gate.GO_LIVE, actor, decision == Decision.GO, GoNoGoRules.recorded(decision, reason));
        return Result.done();
    }

    // Found out before the go is recorded: a go that cannot be followed would stand in the ledger for nothing.
    private Optional<Refusal> held(SubmittedRelease release) {
        return conditions.stream()
                .flatMap(condition -> condition.against(release).stream())
                .findFirst()
                .or(() -> reserved(release));
    }

    private Optional<Refusal> reserved(SubmittedRelease release) {
        Optional<Refusal> held = reserving.stream()
                .flatMap(each -> each.reserve(release).stream())
                .findFirst();
        if (held.isPresent()) {
            reserving.forEach(each -> each.giveBack(release.number()));
        }
        return held;
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
}
