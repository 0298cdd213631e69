package slipway.approval;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.ApprovalLedger.Entry;
import slipway.event.EventLog;
import slipway.release.ReleasePart;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

@Component
@Transactional
class StoredApprovals implements Approvals {
    private final ApprovalLedger ledger;
    private final GateRegister gates;
    private final Releases releases;
    private final ObjectProvider<BindingSource> sources;
    private final EventLog log;
    private final Clock clock;

    StoredApprovals(
            ApprovalLedger ledger,
            GateRegister gates,
            Releases releases,
            ObjectProvider<BindingSource> sources,
            EventLog log,
            Clock clock) {
        this.ledger = ledger;
        this.gates = gates;
        this.releases = releases;
        this.sources = sources;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void decide(ReleaseNumber release, Gate gate, Actor actor, boolean granted, String reason) {
        record(release, row(gate, false), Optional.empty(), parts(release), actor, granted, reason);
    }

    @Override
    public void decide(PartId part, Gate gate, Actor actor, boolean granted, String reason) {
        record(part.release(), row(gate, true), Optional.of(part.unit()), List.of(part.unit()), actor, granted, reason);
    }

    private void record(
            ReleaseNumber release,
            GateRegister.Row gate,
            Optional<UnitId> part,
            Collection<UnitId> parts,
            Actor actor,
            boolean granted,
            String reason) {
        Map<Bound, String> now = present(release, gate);
        Map<Bound, String> bindings = Standings.bounds(gate.covers(), parts)
                .filter(now::containsKey)
                .collect(Collectors.toMap(bound -> bound, now::get));
        ledger.append(new Approval(release, gate.gate(), part, actor, granted, reason, bindings, clock.instant()));
        log.append(
                release,
                actor,
                granted
                        ? new ApprovalEvent.ApprovalGranted(gate.gate(), part, reason)
                        : new ApprovalEvent.ApprovalDenied(gate.gate(), part, reason));
    }

    @Override
    public Standing standing(ReleaseNumber release, Gate gate) {
        GateRegister.Row row = gates.get(gate);
        Collection<UnitId> parts = parts(release);
        List<Entry> all = ledger.of(release);
        Map<Bound, String> now = present(release, row);
        return row.perPart()
                ? Standings.worst(parts.stream()
                        .map(part ->
                                Standings.of(newest(all, gate, Optional.of(part)), row.covers(), List.of(part), now)))
                : Standings.of(newest(all, gate, Optional.empty()), row.covers(), parts, now);
    }

    @Override
    public Standing standing(PartId part, Gate gate) {
        GateRegister.Row row = row(gate, true);
        return Standings.of(
                newest(ledger.of(part.release()), gate, Optional.of(part.unit())),
                row.covers(),
                List.of(part.unit()),
                present(part.release(), row));
    }

    @Override
    public List<Approval> of(ReleaseNumber release) {
        return ledger.of(release).stream().map(Entry::approval).toList();
    }

    private static Optional<Approval> newest(List<Entry> decisions, Gate gate, Optional<UnitId> part) {
        return decisions.stream()
                .filter(Entry::newest)
                .map(Entry::approval)
                .filter(approval ->
                        approval.gate().equals(gate) && approval.part().equals(part))
                .findFirst();
    }

    private GateRegister.Row row(Gate gate, boolean perPart) {
        GateRegister.Row row = gates.get(gate);
        if (row.perPart() != perPart) {
            throw new IllegalArgumentException(
                    "the gate " + gate + " is decided " + (perPart ? "as a whole" : "per part"));
        }
        return row;
    }

    private Collection<UnitId> parts(ReleaseNumber release) {
        return releases.submitted(release).parts().stream()
                .map(ReleasePart::unit)
                .toList();
    }

    private Map<Bound, String> present(ReleaseNumber release, GateRegister.Row gate) {
        Map<Bound, String> all = new HashMap<>();
        sources.stream()
                .filter(source -> !Collections.disjoint(source.answersFor(), gate.covers()))
                .flatMap(source -> source.bindings(release).entrySet().stream())
                .forEach(bound -> {
                    if (all.put(bound.getKey(), bound.getValue()) != null) {
                        throw new IllegalStateException("two sources answer for " + GateWords.name(bound.getKey()));
                    }
                });
        return all;
    }
}
