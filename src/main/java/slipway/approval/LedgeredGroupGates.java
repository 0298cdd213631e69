package slipway.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.Approvals.Standing;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class LedgeredGroupGates implements GroupGates {
    private final Approvals approvals;
    private final Releases releases;
    private final People people;

    LedgeredGroupGates(Approvals approvals, Releases releases, People people) {
        this.approvals = approvals;
        this.releases = releases;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Voice> voices(ReleaseNumber release, Gate gate, Set<String> groups) {
        return rules(release, gate, groups).standings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Voice(each.getKey(), GateWords.voice(each.getValue())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Actor> deciders(ReleaseNumber release, Gate gate, Set<String> groups) {
        GroupGateRules rules = rules(release, gate, groups);
        return rules.open().stream()
                .flatMap(group -> people.membersOf(group).stream()
                        .map(Person::actor)
                        .filter(actor -> !rules.countsElsewhere(actor, group)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Result decide(
            ReleaseNumber release,
            Gate gate,
            Set<String> groups,
            Actor actor,
            boolean granted,
            String reason,
            Map<String, String> said) {
        // Two who decide at the same moment are heard one after the other.
        releases.hold(release);
        GroupGateRules rules = rules(release, gate, groups);
        Set<String> memberships = groups.stream()
                .filter(group -> people.membersOf(group).stream()
                        .anyMatch(member -> member.actor().equals(actor)))
                .collect(Collectors.toUnmodifiableSet());
        Optional<Refusal> refused = rules.refused(actor, memberships, granted, reason);
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        approvals.decide(release, gate, rules.group(actor, memberships).orElseThrow(), actor, granted, reason, said);
        return Result.done();
    }

    @Override
    @Transactional(readOnly = true)
    public Verdict verdict(ReleaseNumber release, Gate gate, Set<String> groups) {
        return rules(release, gate, groups)
                .verdict(approvals.of(release).stream()
                        .filter(approval -> approval.gate().equals(gate))
                        .filter(approval ->
                                approval.group().filter(groups::contains).isPresent())
                        .reduce((before, next) -> next));
    }

    private GroupGateRules rules(ReleaseNumber release, Gate gate, Set<String> groups) {
        Map<String, Standing> standings = new HashMap<>();
        groups.forEach(group -> standings.put(group, approvals.standing(release, gate, group)));
        return new GroupGateRules(gate, standings, people.persons());
    }
}
