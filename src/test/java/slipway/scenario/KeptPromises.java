package slipway.scenario;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Declared;
import slipway.engine.Outcome;
import slipway.engine.Stage;
import slipway.engine.TaskContext;
import slipway.engine.WorkOrder;

/** Holds every bean that a scenario calls to what it promises models: what came of the call is one of its outcomes. */
@Component
class KeptPromises {
    private final ObjectProvider<JdbcClient> database;

    KeptPromises(ObjectProvider<JdbcClient> database) {
        this.database = database;
    }

    /** What a call found, to be compared with what it left. */
    record Call(String bean, Declared promising, Block block, Optional<String> release, Optional<String> before) {}

    Call begin(String name, Declared bean, Object subject) {
        Optional<String> release = switch (subject) {
            case DelegateExecution execution -> Optional.ofNullable(execution.getProcessBusinessKey());
            case WorkOrder order -> Optional.of(order.release().value());
            case TaskContext task -> Optional.ofNullable(task.businessKey());
            default -> Optional.empty();
        };
        Block block = switch (subject) {
            case TaskContext task -> task.block();
            case WorkOrder order -> order.block();
            // One that a test played stands in no model.
            case DelegateExecution execution
            when execution.getBpmnModelElementInstance() instanceof FlowNode node -> Block.of(node);
            default -> Block.NONE;
        };
        return new Call(name, bean, block, release, release.flatMap(this::stage));
    }

    void left(Call call, Map<String, Object> facts) {
        check(call, facts, Optional.empty());
    }

    void threw(Call call, String error) {
        check(call, Map.of(), Optional.of(error));
    }

    private void check(Call call, Map<String, Object> facts, Optional<String> error) {
        Optional<String> after = call.release().flatMap(this::stage);
        boolean kept = call.promising().contract(call.block()).outcomes().stream()
                .anyMatch(outcome -> outcome.then().error().equals(error)
                        && stagesFit(outcome, call.before(), after)
                        && factsFit(outcome, facts));
        if (!kept) {
            throw new IllegalStateException(call.bean() + " does not promise what came of it: from "
                    + call.before().orElse("no release") + " to " + after.orElse("no release") + " with " + facts
                    + error.map(code -> " and the error " + code).orElse(""));
        }
    }

    private static boolean stagesFit(Outcome outcome, Optional<String> before, Optional<String> after) {
        boolean from = before.isEmpty()
                || outcome.when().stages().isEmpty()
                || outcome.when().stages().stream().map(Stage::name).anyMatch(before.get()::equals);
        Optional<Stage> to = outcome.then().stage();
        return from
                && (to.isEmpty()
                        ? before.equals(after)
                        : to.get().equals(Stage.BEFORE)
                                || after.isEmpty()
                                || after.get().equals(to.get().name()));
    }

    private static boolean factsFit(Outcome outcome, Map<String, Object> facts) {
        Map<String, java.util.Set<String>> promised = outcome.then().facts();
        return facts.entrySet().stream()
                .allMatch(fact -> promised.containsKey(fact.getKey())
                        && (promised.get(fact.getKey()).isEmpty()
                                || promised.get(fact.getKey()).contains(String.valueOf(fact.getValue()))));
    }

    private Optional<String> stage(String release) {
        return database.getObject()
                .sql("select state from slipway.release where number = ?")
                .param(release)
                .query(String.class)
                .optional();
    }
}
