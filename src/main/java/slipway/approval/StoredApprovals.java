package slipway.approval;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.ApprovalLedger.Entry;
import slipway.event.EventLog;
import slipway.identity.People;
import slipway.identity.Person;
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
    private final People people;
    private final EventLog log;
    private final Clock clock;

    StoredApprovals(
            ApprovalLedger ledger,
            GateRegister gates,
            Releases releases,
            ObjectProvider<BindingSource> sources,
            People people,
            EventLog log,
            Clock clock) {
        this.ledger = ledger;
        this.gates = gates;
        this.releases = releases;
        this.sources = sources;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void decide(ReleaseNumber release, Gate gate, Actor actor, boolean granted, String reason) {
        record(
                row(gate, false, false),
                release,
                Optional.empty(),
                Optional.empty(),
                new Word(actor, granted, reason, Map.of()));
    }

    @Override
    public void decide(PartId part, Gate gate, Actor actor, boolean granted, String reason) {
        record(
                row(gate, true, false),
                part.release(),
                Optional.of(part.unit()),
                Optional.empty(),
                new Word(actor, granted, reason, Map.of()));
    }

    @Override
    public void decide(
            ReleaseNumber release,
            Gate gate,
            String group,
            Actor actor,
            boolean granted,
            String reason,
            Map<String, String> said) {
        record(
                row(gate, false, true),
                release,
                Optional.empty(),
                Optional.of(group),
                new Word(actor, granted, reason, said));
    }

    /** What a person says at a gate. */
    private record Word(Actor actor, boolean granted, String reason, Map<String, String> said) {}

    private void record(
            GateRegister.Row gate, ReleaseNumber release, Optional<UnitId> part, Optional<String> group, Word word) {
        Map<Bound, String> now = present(release, gate);
        Set<Aspect> left = gate.byGroups() ? leftOver(release) : Set.of();
        Map<Bound, String> bindings = Standings.bindings(
                gate.covers(), part.<Collection<UnitId>>map(List::of).orElseGet(() -> parts(release)), now, left);
        Approval decided = new Approval(
                release,
                gate.gate(),
                part,
                group,
                word.actor(),
                people.find(word.actor()).map(Person::email).orElse(""),
                word.granted(),
                word.reason(),
                word.said(),
                bindings,
                clock.instant());
        ledger.append(decided);
        log.append(release, word.actor(), ApprovalEvent.of(decided));
    }

    @Override
    public Standing standing(ReleaseNumber release, Gate gate) {
        GateRegister.Row row = gates.get(gate);
        Collection<UnitId> parts = parts(release);
        List<Entry> all = ledger.of(release);
        Map<Bound, String> now = present(release, row);
        return row.perPart()
                ? Standings.worst(parts.stream()
                        .map(part -> Standings.of(newest(all, gate, part), row.covers(), List.of(part), now)))
                : Standings.of(newest(all, gate), row(gate, false, false).covers(), parts, now);
    }

    @Override
    public Standing standing(PartId part, Gate gate) {
        GateRegister.Row row = row(gate, true, false);
        return Standings.of(
                newest(ledger.of(part.release()), gate, part.unit()),
                row.covers(),
                List.of(part.unit()),
                present(part.release(), row));
    }

    @Override
    public Standing standing(ReleaseNumber release, Gate gate, String group) {
        GateRegister.Row row = row(gate, false, true);
        return Standings.ofKnown(
                newest(ledger.of(release), gate, Optional.empty(), Optional.of(group)),
                row.covers(),
                parts(release),
                present(release, row));
    }

    @Override
    public List<Approval> of(ReleaseNumber release) {
        return ledger.of(release).stream().map(Entry::approval).toList();
    }

    private static Optional<Approval> newest(List<Entry> decisions, Gate gate) {
        return newest(decisions, gate, Optional.empty(), Optional.empty());
    }

    private static Optional<Approval> newest(List<Entry> decisions, Gate gate, UnitId part) {
        return newest(decisions, gate, Optional.of(part), Optional.empty());
    }

    private static Optional<Approval> newest(
            List<Entry> decisions, Gate gate, Optional<UnitId> part, Optional<String> group) {
        return Standings.at(
                gate, part, group, decisions.stream().filter(Entry::newest).map(Entry::approval));
    }

    private GateRegister.Row row(Gate gate, boolean perPart, boolean byGroups) {
        GateRegister.Row row = gates.get(gate);
        if (row.perPart() != perPart || row.byGroups() != byGroups) {
            throw new IllegalArgumentException("the gate " + gate + " is decided "
                    + (row.perPart() ? "per part" : row.byGroups() ? "by groups" : "as a whole"));
        }
        return row;
    }

    private Collection<UnitId> parts(ReleaseNumber release) {
        return releases.submitted(release).parts().stream()
                .map(ReleasePart::unit)
                .toList();
    }

    private Set<Aspect> leftOver(ReleaseNumber release) {
        return sources.stream()
                .flatMap(source -> source.leftOver(release).stream())
                .collect(Collectors.toUnmodifiableSet());
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
