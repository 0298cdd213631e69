package slipway.approval;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.release.Journal;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Component
@Transactional
class StoredApprovals implements Approvals {
    private final ApprovalLedger ledger;
    private final ObjectProvider<BindingSource> sources;
    private final Journal journal;
    private final Clock clock;

    StoredApprovals(ApprovalLedger ledger, ObjectProvider<BindingSource> sources, Journal journal, Clock clock) {
        this.ledger = ledger;
        this.sources = sources;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void decide(ReleaseNumber release, Gate gate, Actor actor, boolean granted, String reason) {
        Map<Aspect, String> bindings = present(release);
        bindings.keySet().retainAll(gate.covers());
        ledger.append(new Approval(release, gate, actor, granted, reason, bindings, clock.instant()));
        journal.append(
                release,
                granted ? "ApprovalGranted" : "ApprovalDenied",
                actor,
                Map.of("gate", gate.name(), "reason", reason));
    }

    @Override
    public Standing standing(ReleaseNumber release, Gate gate) {
        return ledger.newest(release, gate)
                .map(approval -> approval.granted() ? granted(approval) : new Denied(approval))
                .orElseGet(Missing::new);
    }

    // An aspect that nobody answers for, then or now, counts as changed: what cannot be compared cannot stand.
    private Standing granted(Approval approval) {
        Map<Aspect, String> now = present(approval.release());
        return approval.gate().covers().stream()
                .sorted()
                .filter(aspect -> !now.containsKey(aspect)
                        || !Objects.equals(now.get(aspect), approval.bindings().get(aspect)))
                .findFirst()
                .<Standing>map(aspect -> new Voided(approval, aspect))
                .orElseGet(() -> new Granted(approval));
    }

    @Override
    public List<Approval> of(ReleaseNumber release) {
        return ledger.of(release);
    }

    private Map<Aspect, String> present(ReleaseNumber release) {
        Map<Aspect, String> all = new EnumMap<>(Aspect.class);
        sources.forEach(source -> source.bindings(release).forEach((aspect, fingerprint) -> {
            if (all.put(aspect, fingerprint) != null) {
                throw new IllegalStateException("two sources answer for the aspect " + aspect);
            }
        }));
        return all;
    }
}
