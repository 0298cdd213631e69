package slipway.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.Approvals;
import slipway.approval.GateRegister;
import slipway.identity.Clearance;
import slipway.planning.PlanChapter.Claim;
import slipway.planning.PlanChapter.Conflict;
import slipway.planning.PlanChapter.Objection;
import slipway.release.ChapterSource;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.ReleaseNumber;

/** Tells the dossier the newest version of the plan, and who else wants the same sites, planned or not. */
@Component
@Transactional(readOnly = true)
class PlanSource implements ChapterSource<PlanChapter> {
    private final Plans plans;
    private final Reservations reservations;
    private final Approvals approvals;
    private final GateRegister gates;
    private final Releases releases;

    PlanSource(Plans plans, Reservations reservations, Approvals approvals, GateRegister gates, Releases releases) {
        this.plans = plans;
        this.reservations = reservations;
        this.approvals = approvals;
        this.gates = gates;
        this.releases = releases;
    }

    @Override
    public Class<PlanChapter> type() {
        return PlanChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.EVERY_ROLE;
    }

    @Override
    public PlanChapter of(ReleaseNumber release) {
        Optional<Plan> plan = plans.find(release);
        return new PlanChapter(
                plan.map(Plan::version).orElse(0),
                plan.map(Plan::objectives).map(PlanSource::numbered).orElse(List.of()),
                plan.map(Plan::start),
                plan.map(Plan::end),
                plan.map(Plan::returns).map(Returns::chapter).orElse(List.of()),
                plan.map(each -> each.backoutLimit().toMinutes()),
                plan.map(each -> each.pointOfNoReturn().words()).orElse(""),
                plan.map(Plan::author),
                conflicts(release),
                objections(release));
    }

    private static List<PlanChapter.Objective> numbered(List<Objective> objectives) {
        List<PlanChapter.Objective> numbered = new ArrayList<>();
        objectives.forEach(objective -> numbered.add(new PlanChapter.Objective(
                numbered.size() + 1,
                objective.words(),
                objective.critical() ? PlanChapter.Weight.YES : PlanChapter.Weight.NO,
                objective.measured())));
        return numbered;
    }

    // What ended wants nothing any more.
    private List<Conflict> conflicts(ReleaseNumber number) {
        return releases.get(number) instanceof SubmittedRelease release
                        && !release.state().ended()
                ? reservations.overlaps(number).stream()
                        .map(each -> new Conflict(
                                each.other(),
                                each.title(),
                                each.state(),
                                each.unit(),
                                each.sites(),
                                each.reserved() ? Claim.RESERVED : Claim.WANTED))
                        .toList()
                : List.of();
    }

    private List<Objection> objections(ReleaseNumber release) {
        return approvals.of(release).reversed().stream()
                .filter(approval -> !approval.granted())
                .map(approval -> new Objection(
                        gates.get(approval.gate()).name(),
                        approval.part(),
                        approval.actor(),
                        approval.at(),
                        approval.reason()))
                .toList();
    }
}
