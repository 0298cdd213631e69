package slipway.approval;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.ApprovalLedger.Entry;
import slipway.approval.Approvals.Approval;
import slipway.approval.DecisionsChapter.Condition;
import slipway.approval.DecisionsChapter.Decision;
import slipway.identity.Clearance;
import slipway.release.ChapterSource;
import slipway.release.GoLiveCondition;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

@Component
@Transactional(readOnly = true)
class DecisionsSource implements ChapterSource<DecisionsChapter> {
    private final ApprovalLedger ledger;
    private final Approvals approvals;
    private final GateRegister gates;
    private final Releases releases;
    private final ObjectProvider<GoLiveCondition> conditions;

    DecisionsSource(
            ApprovalLedger ledger,
            Approvals approvals,
            GateRegister gates,
            Releases releases,
            ObjectProvider<GoLiveCondition> conditions) {
        this.ledger = ledger;
        this.approvals = approvals;
        this.gates = gates;
        this.releases = releases;
        this.conditions = conditions;
    }

    @Override
    public Class<DecisionsChapter> type() {
        return DecisionsChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.DECISIONS;
    }

    @Override
    public DecisionsChapter of(ReleaseNumber number) {
        return releases.get(number) instanceof SubmittedRelease release
                ? new DecisionsChapter(decisions(release), conditions(release))
                : new DecisionsChapter(List.of(), List.of());
    }

    private List<Decision> decisions(SubmittedRelease release) {
        Set<UnitId> parts = release.scope().units();
        return ledger.of(release.number()).stream()
                .map(entry -> decision(entry.approval(), standing(entry, parts)))
                .toList();
    }

    private String standing(Entry entry, Set<UnitId> parts) {
        Approval approval = entry.approval();
        if (!entry.newest()) {
            return "followed by a later one";
        }
        return approval.part().map(parts::contains).orElse(true)
                ? GateWords.standing(approvals.standing(approval))
                : "the part left the release";
    }

    private Decision decision(Approval approval, String standing) {
        return new Decision(
                gates.get(approval.gate()).name(),
                approval.part(),
                approval.group(),
                approval.granted() ? "passed" : "decided against",
                approval.reason(),
                approval.said(),
                approval.actor(),
                approval.at(),
                standing);
    }

    // Once sites were touched it is no question any more whether the release may go live.
    private List<Condition> conditions(SubmittedRelease release) {
        return release.state().compareTo(ReleaseState.IN_ROLLOUT) >= 0
                ? List.of()
                : conditions
                        .orderedStream()
                        .map(condition -> new Condition(
                                GateWords.ofClass(condition.getClass().getSimpleName()),
                                condition.unmet(release).map(Refusal::reason).orElse("met")))
                        .toList();
    }
}
