package slipway.approval.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.approval.Gate;
import slipway.approval.GroupGates;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.identity.Duty;
import slipway.release.Dossiers;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/**
 * The building block <em>Decide a gate</em>: a gate of the model's own, decided by each of the task's groups. Its form
 * asks for {@code decision} ({@code GRANT} or {@code DENY}) and {@code reason}, and whatever else its owner wants on
 * record. It gives a routing fact that is named after the gate: for {@code SECURITY_APPROVAL} that is {@code
 * securityApprovalGate}, one of {@code GRANTED}, {@code DENIED}, {@code OPEN}.
 */
@Component
class DecideGate implements UserTask {
    static final String PROPERTY = "gate";
    static final String DECISION = "decision";
    static final String REASON = "reason";
    static final String GRANT = "GRANT";
    static final String DENY = "DENY";

    private final GroupGates gates;
    private final Dossiers dossiers;

    DecideGate(GroupGates gates, Dossiers dossiers) {
        this.gates = gates;
        this.dossiers = dossiers;
    }

    @Override
    public Map<String, Object> facts(TaskContext task) {
        Map<String, Object> facts = new HashMap<>(dossiers.allForForm(task.release()));
        facts.put("gate", task.block().name());
        facts.put(
                "voices",
                gates.voices(task.release(), gate(task), groups(task)).stream()
                        .map(voice -> Map.of("group", voice.group(), "standing", voice.standing()))
                        .toList());
        return facts;
    }

    /** Where several groups decide, those who have still to; the groups of the model where that is nobody. */
    @Override
    public Optional<Set<String>> candidates(TaskContext task) {
        if (groups(task).size() == 1) {
            return Optional.empty();
        }
        return Optional.of(gates.deciders(task.release(), gate(task), groups(task)).stream()
                        .map(Actor::id)
                        .collect(Collectors.toUnmodifiableSet()))
                .filter(people -> !people.isEmpty());
    }

    @Override
    public Optional<String> decides(Map<String, String> properties) {
        return Optional.ofNullable(properties.get(PROPERTY));
    }

    @Override
    public Set<Duty> duties() {
        return Set.of(Duty.AUTHORISER);
    }

    @Override
    public Contract contract(Block block) {
        String gate = block.properties().getOrDefault(PROPERTY, "");
        String variable = variable(gate);
        return Contract.of(
                Outcome.done()
                        .giving(variable, Set.of(GroupGates.Verdict.GRANTED.name()))
                        .passing(gate),
                Outcome.done()
                        .giving(variable, Set.of(GroupGates.Verdict.DENIED.name(), GroupGates.Verdict.OPEN.name())));
    }

    @Override
    public Set<String> needed(ReleaseNumber release, Block block) {
        Set<String> demanded = gates.demanded(release, gate(block));
        return block.groups().stream().filter(demanded::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        Result decided = gates.decide(
                task.release(),
                gate(task),
                groups(task),
                submission.actor(),
                submission.text(DECISION).equals(GRANT),
                submission.optionalText(REASON).orElse(""),
                said(submission));
        return switch (decided) {
            case Result.Done done ->
                Recorded.with(
                        variable(gate(task).id()),
                        gates.verdict(task.release(), gate(task), groups(task)).name());
            case Result.Refused no -> new Refused(no.refusal());
        };
    }

    /** What else the form asked. */
    private static Map<String, String> said(Submission submission) {
        Map<String, String> said = new TreeMap<>();
        submission.fields().forEach((field, value) -> said.put(field, String.valueOf(value)));
        said.remove(DECISION);
        said.remove(REASON);
        return said;
    }

    private static Gate gate(TaskContext task) {
        return gate(task.block());
    }

    private static Gate gate(Block block) {
        String gate = block.properties().get(PROPERTY);
        if (gate == null) {
            throw new IllegalStateException("the task '" + block.name() + "' names no gate");
        }
        return new Gate(gate);
    }

    private static Set<String> groups(TaskContext task) {
        return task.block().groups();
    }

    /** A gate's id as the name of a variable, which no fact of Slipway's own ends like. */
    static String variable(String gate) {
        StringBuilder name = new StringBuilder();
        for (String word : gate.toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.append("Gate").toString();
    }
}
