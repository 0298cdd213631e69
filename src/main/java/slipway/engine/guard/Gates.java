package slipway.engine.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import slipway.engine.Block;
import slipway.identity.Duties.OpenGate;
import slipway.identity.Duty;
import slipway.shared.ReleaseNumber;

/**
 * The gates of the deployed models. All of them stay open until a release ends, because ways back lead through each
 * again; repairs are work that may never come, so they are no gates, nor is what the release is not asked for.
 */
final class Gates {
    private static final Set<Duty> GATES = Set.of(Duty.TESTER, Duty.ACCEPTOR, Duty.AUTHORISER, Duty.AUDITOR);

    private final Bindings bindings;

    Gates(Bindings bindings) {
        this.bindings = bindings;
    }

    List<OpenGate> besides(GuardedTask task, CommandContext context) {
        ReleaseNumber release = task.context().release();
        return context.runWithoutAuthorization(() -> definitions(context).stream()
                .flatMap(definition -> gates(definition, release))
                .filter(gate -> !task.duties().contains(gate.duty()))
                .distinct()
                .toList());
    }

    private static List<ProcessDefinitionEntity> definitions(CommandContext context) {
        var configuration = context.getProcessEngineConfiguration();
        return configuration.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(listed -> configuration.getDeploymentCache().findDeployedProcessDefinitionById(listed.getId()))
                .toList();
    }

    private Stream<OpenGate> gates(ProcessDefinitionEntity definition, ReleaseNumber release) {
        return definition.getTaskDefinitions().values().stream()
                .flatMap(task -> gates(definition.findActivity(task.getKey()), task, release));
    }

    private Stream<OpenGate> gates(@Nullable ActivityImpl activity, TaskDefinition task, ReleaseNumber release) {
        Optional<String> records = Bindings.recordsOf(activity);
        if (activity == null || records.isEmpty()) {
            return Stream.empty();
        }
        Set<Duty> duties =
                Bindings.dutiesOf(activity).stream().filter(GATES::contains).collect(Collectors.toSet());
        return duties.isEmpty()
                ? Stream.empty()
                : bindings.bean(records.get()).needed(release, block(activity, task)).stream()
                        .flatMap(group -> duties.stream().map(duty -> new OpenGate(duty, group)));
    }

    private static Block block(ActivityImpl activity, TaskDefinition task) {
        return new Block(
                String.valueOf(activity.getName()),
                task.getCandidateGroupIdExpressions().stream()
                        .map(Expression::getExpressionText)
                        .collect(Collectors.toUnmodifiableSet()),
                Bindings.propertiesOf(activity));
    }
}
