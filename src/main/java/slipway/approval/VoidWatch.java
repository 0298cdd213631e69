package slipway.approval;

import java.time.Clock;
import org.springframework.stereotype.Component;
import slipway.approval.ApprovalLedger.Entry;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Voided;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.release.ReleaseEvent;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.ReleaseNumber;

/**
 * Looks at what was approved whenever a release moves or a part changes, and tells once what fell. In a rollout the
 * pause tells it.
 */
@Component
class VoidWatch implements EventReader {
    private final ApprovalLedger ledger;
    private final Approvals approvals;
    private final Releases releases;
    private final EventLog log;
    private final Clock clock;

    VoidWatch(ApprovalLedger ledger, Approvals approvals, Releases releases, EventLog log, Clock clock) {
        this.ledger = ledger;
        this.approvals = approvals;
        this.releases = releases;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "voided-approvals";
    }

    @Override
    public void read(EventLog.Entry entry) {
        if (entry.event() instanceof ReleaseEvent) {
            entry.release().ifPresent(this::look);
        }
    }

    private void look(ReleaseNumber number) {
        if (releases.get(number) instanceof SubmittedRelease release) {
            ledger.of(number).stream()
                    .filter(Entry::newest)
                    .filter(decision -> Standings.watched(release, decision.approval()))
                    .forEach(this::tellWhatFell);
        }
    }

    private void tellWhatFell(Entry decision) {
        Approval approval = decision.approval();
        if (approvals.standing(approval) instanceof Voided voided
                && ledger.fell(decision.id(), voided.changed(), clock.instant())) {
            log.append(
                    approval.release(),
                    approval.group()
                            .<ApprovalEvent>map(
                                    group -> new ApprovalEvent.GroupVoided(approval.gate(), group, voided.changed()))
                            .orElseGet(() -> new ApprovalEvent.ApprovalVoided(
                                    approval.gate(), approval.part(), voided.changed())));
        }
    }
}
