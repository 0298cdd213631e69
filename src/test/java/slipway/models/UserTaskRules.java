package slipway.models;

import static slipway.models.ModelRule.rule;
import static slipway.models.ProcessModel.property;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import slipway.identity.Duty;

/** What every task of a person says about itself. */
final class UserTaskRules {
    private static final Set<String> DUTIES =
            Arrays.stream(Duty.values()).map(Enum::name).collect(Collectors.toSet());
    private static final Set<String> GROUPS = Set.of(
            "release-manager",
            "change-manager",
            "build-engineer",
            "configuration-manager",
            "security-officer",
            "test-manager",
            "service-owner",
            "site-coordinator",
            "auditor",
            "deployment-engineer");

    private UserTaskRules() {}

    static List<ModelRule> rules() {
        return List.of(
                rule(
                        "every person's task has a group",
                        UserTaskRules::nobodys,
                        "camunda:candidateGroups=\"[^\"]*\"",
                        ""),
                rule(
                        "its form is the bean's and deployed with it",
                        UserTaskRules::formless,
                        "camunda:formRef=\"sign-audit\"",
                        "camunda:formRef=\"other\""),
                rule(
                        "it names the bean that records it",
                        UserTaskRules::unrecorded,
                        "name=\"records\" value=\"signAudit\"",
                        "name=\"records\" value=\"other\""),
                rule(
                        "it is due",
                        UserTaskRules::undue,
                        "name=\"dueIn\" value=\"[^\"]*\"",
                        "name=\"dueIn\" value=\"soon\""),
                rule(
                        "its duty is one that separation knows",
                        UserTaskRules::strangeDuty,
                        "<camunda:property name=\"records\" value=\"signAudit\" />",
                        "$0<camunda:property name=\"duty\" value=\"WATCHER\" />"));
    }

    private static Stream<String> nobodys(ProcessModel model) {
        return offending(
                model,
                task -> !GROUPS.containsAll(List.of(
                                String.valueOf(task.getCamundaCandidateGroups()).split(",")))
                        || task.getCamundaAssignee() != null
                        || task.getCamundaCandidateUsers() != null);
    }

    private static Stream<String> formless(ProcessModel model) {
        Stream<String> starts = model.all(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .filter(start -> !start.getCamundaFormRef()
                                .equals(kebab(property(start, "records").orElse("")))
                        || !"deployment".equals(start.getCamundaFormRefBinding()))
                .map(StartEvent::getId);
        return Stream.concat(
                starts,
                offending(
                        model,
                        task -> !kebab(ContractRules.bean(task)).equals(task.getCamundaFormRef())
                                || !"deployment".equals(task.getCamundaFormRefBinding())
                                || ModelFiles.forms().stream()
                                        .noneMatch(form -> ModelFiles.name(form).equals(task.getCamundaFormRef()))));
    }

    private static Stream<String> unrecorded(ProcessModel model) {
        return offending(model, task -> !property(task, "records").equals(Optional.of(ContractRules.bean(task))));
    }

    private static Stream<String> undue(ProcessModel model) {
        return offending(
                model,
                task -> property(task, "dueIn").filter(UserTaskRules::isPeriod).isEmpty());
    }

    private static Stream<String> strangeDuty(ProcessModel model) {
        return offending(
                model,
                task -> property(task, "duty")
                        .filter(duty -> !DUTIES.contains(duty))
                        .isPresent());
    }

    private static Stream<String> offending(ProcessModel model, java.util.function.Predicate<UserTask> offence) {
        return model.all(UserTask.class).stream().filter(offence).map(UserTask::getId);
    }

    private static boolean isPeriod(String text) {
        try {
            return text.contains("T")
                    ? !Duration.parse(text).isZero()
                    : !Period.parse(text).isZero();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
