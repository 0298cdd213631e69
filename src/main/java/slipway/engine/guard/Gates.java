package slipway.engine.guard;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import slipway.identity.Duties.OpenGate;
import slipway.identity.Duty;

/**
 * The gates of the deployed models. All of them stay open until a release ends, because ways back lead through each
 * again; repairs are work that may never come, so they are no gates.
 */
final class Gates {
    private static final Set<Duty> GATES = Set.of(Duty.TESTER, Duty.ACCEPTOR, Duty.AUTHORISER, Duty.AUDITOR);

    private Gates() {}

    static List<OpenGate> besides(GuardedTask task, CommandContext context) {
        return context.runWithoutAuthorization(() -> definitions(context).stream()
                .flatMap(definition -> gates(definition, context))
                .filter(gate -> !task.duties().contains(gate.duty()))
                .distinct()
                .toList());
    }

    private static List<ProcessDefinition> definitions(CommandContext context) {
        return context.getProcessEngineConfiguration()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list();
    }

    private static Stream<OpenGate> gates(ProcessDefinition listed, CommandContext context) {
        ProcessDefinitionEntity definition = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(listed.getId());
        return definition.getTaskDefinitions().values().stream().flatMap(task -> gates(definition, task));
    }

    private static Stream<OpenGate> gates(ProcessDefinitionEntity definition, TaskDefinition task) {
        var activity = definition.findActivity(task.getKey());
        return activity == null
                ? Stream.empty()
                : Bindings.dutiesOf(activity).stream()
                        .filter(GATES::contains)
                        .flatMap(duty -> task.getCandidateGroupIdExpressions().stream()
                                .map(group -> new OpenGate(duty, group.getExpressionText())));
    }
}
