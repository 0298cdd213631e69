package slipway.planning;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.approval.Gates;
import slipway.identity.Duties;
import slipway.identity.Duty;
import slipway.release.Journal;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredPlans implements Plans {
    private final PlanTable plans;
    private final PlanRules rules;
    private final Releases releases;
    private final Approvals approvals;
    private final Duties duties;
    private final Journal journal;

    StoredPlans(
            PlanTable plans, PlanRules rules, Releases releases, Approvals approvals, Duties duties, Journal journal) {
        this.plans = plans;
        this.rules = rules;
        this.releases = releases;
        this.approvals = approvals;
        this.duties = duties;
        this.journal = journal;
    }

    @Override
    public Result draft(Plan plan) {
        Release release = releases.get(plan.release());
        Optional<Refusal> broken = notSubmitted(release).or(() -> rules.broken(release, plan));
        if (broken.isPresent()) {
            return new Result.Refused(broken.get());
        }
        plans.save(plan);
        journal.append(
                plan.release(),
                "PlanDrafted",
                plan.author(),
                Map.of(
                        "window",
                        plan.windowFingerprint(),
                        "backoutTarget",
                        plan.backoutTarget().digest().hex()));
        return Result.done();
    }

    @Override
    public Optional<Plan> find(ReleaseNumber release) {
        return plans.find(release);
    }

    @Override
    public Plan get(ReleaseNumber release) {
        return find(release).orElseThrow(() -> new IllegalStateException("release " + release + " has no plan"));
    }

    @Override
    public Result decideBaseline(ReleaseNumber number, Actor actor, boolean approved, String reason) {
        Optional<Refusal> broken = notSubmitted(releases.get(number))
                .or(() -> authorDecides(get(number), actor))
                .or(() -> duties.barred(number, Duty.AUTHORISER, actor));
        if (broken.isPresent()) {
            return new Result.Refused(broken.get());
        }
        if (!approved && reason.isBlank()) {
            return Result.refusedAt("reason", "reason-required", "Say what the plan lacks, so that it can be mended.");
        }
        approvals.decide(number, Gate.PLAN_BASELINE, actor, approved, reason);
        return Result.done();
    }

    @Override
    public Result publish(ReleaseNumber release) {
        return Gates.open(approvals.standing(release, Gate.PLAN_BASELINE), Gate.PLAN_BASELINE)
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> releases.move(release, ReleaseState.PLANNED));
    }

    private static Optional<Refusal> notSubmitted(Release release) {
        return release.state() == ReleaseState.SUBMITTED
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "not-submitted",
                        "Release " + release.number() + " is " + release.state()
                                + "; a plan is drafted and approved only while it is SUBMITTED."));
    }

    private static Optional<Refusal> authorDecides(Plan plan, Actor actor) {
        return plan.author().equals(actor)
                ? Optional.of(Refusal.of(
                        "separation-of-duties",
                        actor + " wrote this plan; another change manager has to decide on it as baseline."))
                : Optional.empty();
    }
}
