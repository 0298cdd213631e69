package slipway.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Standing;
import slipway.approval.DemandedGates.Demanded;
import slipway.identity.Duties;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class LedgeredGroupGates implements GroupGates {
    private final Approvals approvals;
    private final DemandedGates demands;
    private final Releases releases;
    private final People people;
    private final Duties duties;

    LedgeredGroupGates(Approvals approvals, DemandedGates demands, Releases releases, People people, Duties duties) {
        this.approvals = approvals;
        this.demands = demands;
        this.releases = releases;
        this.people = people;
        this.duties = duties;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> demanded(ReleaseNumber release, Gate gate) {
        return releases.get(release) instanceof SubmittedRelease
                ? demands.of(release).stream()
                        .filter(each -> each.gate().equals(gate))
                        .map(Demanded::group)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Voice> voices(ReleaseNumber release, Gate gate, Set<String> groups) {
        GroupGateRules rules = rules(release, gate, groups);
        return rules.standings().entrySet().stream()
                .filter(each -> rules.groups().contains(each.getKey()))
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
        Set<String> memberships = memberships(actor, rules.groups());
        Optional<Refusal> refused = rules.refused(actor, memberships, granted, reason);
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        GroupChoice choice = choice(release, rules);
        String group = choice.of(actor, rules.free(actor, memberships));
        Optional<Refusal> strands = granted ? choice.strands(actor, group) : Optional.empty();
        if (strands.isPresent()) {
            return new Result.Refused(strands.get());
        }
        approvals.decide(release, gate, group, actor, granted, reason, said);
        return Result.done();
    }

    private Set<String> memberships(Actor actor, Set<String> groups) {
        return groups.stream()
                .filter(group -> people.membersOf(group).stream()
                        .anyMatch(member -> member.actor().equals(actor)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Among all groups that are waited for at the gate, at this task or another. */
    private GroupChoice choice(ReleaseNumber release, GroupGateRules rules) {
        Set<String> all = Stream.concat(rules.groups().stream(), demanded(release, rules.gate()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new GroupChoice(
                new GroupGateRules(rules.gate(), all, standings(release, rules.gate(), all), rules.persons()),
                open -> duties.passable(release, open));
    }

    @Override
    @Transactional(readOnly = true)
    public Verdict verdict(ReleaseNumber release, Gate gate, Set<String> groups) {
        GroupGateRules rules = rules(release, gate, groups);
        return rules.verdict(decisions(release, gate)
                .filter(approval ->
                        approval.group().filter(rules.groups()::contains).isPresent())
                .reduce((before, next) -> next));
    }

    private GroupGateRules rules(ReleaseNumber release, Gate gate, Set<String> groups) {
        Set<String> here = GroupGateRules.deciding(groups, demanded(release, gate));
        return new GroupGateRules(gate, here, standings(release, gate, here), people.persons());
    }

    /** Of these groups, and of every other that decided at the gate. */
    private Map<String, Standing> standings(ReleaseNumber release, Gate gate, Set<String> groups) {
        Map<String, Standing> standings = new HashMap<>();
        Stream.concat(groups.stream(), decisions(release, gate).flatMap(approval -> approval.group().stream()))
                .distinct()
                .forEach(group -> standings.put(group, approvals.standing(release, gate, group)));
        return standings;
    }

    private Stream<Approval> decisions(ReleaseNumber release, Gate gate) {
        return approvals.of(release).stream().filter(approval -> approval.gate().equals(gate));
    }
}
