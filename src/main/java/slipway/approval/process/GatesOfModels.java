package slipway.approval.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.approval.DemandedGates;
import slipway.approval.Gate;
import slipway.approval.GateRegister;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnForm;
import slipway.engine.DrawnModels.Field;
import slipway.engine.DrawnModels.PersonTask;
import slipway.engine.DrawnModels.Rule;
import slipway.engine.DrawnModels.Table;
import slipway.engine.Finding;
import slipway.engine.ModelRule;

/**
 * The gates that the table {@code required-approvals} demands and those that tasks decide are the same: what is demanded
 * of a group, some task offers to that group. Gates that models bring along enter the register with them.
 */
@Component
class GatesOfModels implements ModelRule {
    private final GateRegister register;

    GatesOfModels(GateRegister register) {
        this.register = register;
    }

    @Override
    public List<Finding> check(DrawnModels models) {
        List<Finding> findings = new ArrayList<>();
        blocks(models).forEach(task -> findings.addAll(block(task, models)));
        models.table(DecidedGates.TABLE).ifPresent(table -> {
            table.rules().forEach(rule -> demanded(rule, table, models).ifPresent(findings::add));
            findings.addAll(twice(table));
        });
        return findings;
    }

    @Override
    public void entered(DrawnModels models) {
        blocks(models).forEach(task -> register.enter(new Gate(task.decides().orElseThrow()), task.name()));
    }

    /** The tasks that decide gates of their own. */
    private static Stream<PersonTask> blocks(DrawnModels models) {
        return models.tasks().stream()
                .filter(task -> "decideGate".equals(task.properties().get("records")));
    }

    private List<Finding> block(PersonTask task, DrawnModels models) {
        String gate = task.decides().orElse("");
        List<Finding> findings = new ArrayList<>();
        if (!gate.matches("[A-Z]+(_[A-Z]+)*")) {
            findings.add(task.found(
                    "gate-name", "decides no gate; name one in the property 'gate', such as SECURITY_APPROVAL"));
        } else if (ours(gate)) {
            findings.add(task.found(
                    "gate-of-slipway", "decides '" + gate + "', which has a task of its own; name another gate"));
        }
        Optional<DrawnForm> form = models.form(task.form());
        if (form.isEmpty() || !asks(form.get())) {
            findings.add(task.found(
                    "gate-form",
                    "has the form '" + task.form()
                            + "', which must be in the set, always require a 'decision' with the values"
                            + " GRANT and DENY, and ask for a 'reason'"));
        }
        return findings;
    }

    private static boolean asks(DrawnForm form) {
        Field decision = form.fields().get(DecideGate.DECISION);
        return decision != null
                && decision.required()
                && decision.always()
                && decision.values().equals(Set.of(DecideGate.GRANT, DecideGate.DENY))
                && form.fields().containsKey(DecideGate.REASON);
    }

    private static Optional<Finding> demanded(Rule rule, Table table, DrawnModels models) {
        String gate = rule.outputs().getOrDefault("gate", "");
        String group = rule.outputs().getOrDefault("groupId", "");
        String before = rule.outputs().getOrDefault("before", "");
        if (DecidedGates.before(before).isEmpty()) {
            return found(
                    table,
                    rule,
                    "gate-before",
                    "demands '" + gate + "' before '" + before + "'; name one of " + DemandedGates.BEFORE);
        }
        List<PersonTask> deciding = models.tasks().stream()
                .filter(task -> task.decides().equals(Optional.of(gate)))
                .toList();
        if (deciding.isEmpty()) {
            return found(
                    table,
                    rule,
                    "gate-undecided",
                    "demands the gate '" + gate
                            + "', which no task decides; add a task that does, or take the rule out");
        }
        return deciding.stream().anyMatch(task -> task.groups().contains(group))
                ? Optional.empty()
                : found(
                        table,
                        rule,
                        "gate-undecided",
                        "demands '" + gate + "' of '" + group + "', to whom no task that decides it is offered; name"
                                + " another group here or there");
    }

    /** A gate with a task of its own is decided by one person, so that two groups would wait for one word. */
    private List<Finding> twice(Table table) {
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        for (Rule rule : table.rules()) {
            String gate = rule.outputs().getOrDefault("gate", "");
            boolean another = pairs.add(gate + "/" + rule.outputs().getOrDefault("groupId", ""));
            if (!seen.add(gate) && another && ours(gate)) {
                found(
                                table,
                                rule,
                                "gate-decided-once",
                                "demands '" + gate + "' of a second group, but one person decides it; let the second"
                                        + " group decide a gate of its own")
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private boolean ours(String gate) {
        return register.find(new Gate(gate)).filter(row -> !row.byGroups()).isPresent();
    }

    private static Optional<Finding> found(Table table, Rule rule, String name, String reason) {
        return Optional.of(new Finding(table.file(), "rule '" + rule.id() + "'", name, reason));
    }
}
