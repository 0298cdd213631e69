package slipway.engine.guard;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.engine.UserTask.Recorded;
import slipway.engine.UserTask.Refused;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** The one way in: the start form of a startable model, submitted by a member of its starter groups. */
final class Starting {
    private static final String RELEASE = "release";

    private final Bindings bindings;
    private final Separation separation;
    private final Forms forms;

    Starting(Bindings bindings, Separation separation, Forms forms) {
        this.bindings = bindings;
        this.separation = separation;
        this.forms = forms;
    }

    Command<?> admit(Command<?> command, Caller caller, CommandContext context) {
        String id = Parameters.text(command, "processDefinitionId");
        ProcessDefinitionEntity definition =
                context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
        Map<String, Object> entered = entered(command);
        Subject subject = subject(definition, entered);
        Actor actor = caller.person(subject);
        var activity = definition.getInitial();
        String records = checkStarter(definition, Bindings.recordsOf(activity), subject, caller, context);
        if (Parameters.text(command, "businessKey") != null) {
            throw caller.refused(
                    subject,
                    Refusal.of(
                            "number-from-draft",
                            "a release gets its number from its draft; leave the business key out"));
        }
        Map<String, Object> routing =
                record(definition.getId(), activity.getId(), bindings.bean(records), entered, subject, caller, context);
        if (!(routing.get(RELEASE) instanceof String number)) {
            return new SubmitStartFormCmd(id, null, routing);
        }
        var release = new ReleaseNumber(number);
        Bindings.dutiesOf(activity).forEach(duty -> separation.performed(release, duty, actor));
        return new SubmitStartFormCmd(id, release.value(), routing);
    }

    /** What was to be started, and the release that it names, if it is a number of one. */
    private static Subject subject(ProcessDefinitionEntity definition, Map<String, Object> entered) {
        String number = entered.get(RELEASE) instanceof String text && ReleaseNumber.isOne(text) ? text : null;
        return new Subject(definition.getKey(), null, number);
    }

    private static Map<String, Object> entered(Command<?> command) {
        return Values.plain(Parameters.any(command, "variables"));
    }

    private static String checkStarter(
            ProcessDefinitionEntity definition,
            Optional<String> records,
            Subject subject,
            Caller caller,
            CommandContext context) {
        var starters = definition.getCandidateStarterGroupIdExpressions().stream()
                .map(Object::toString)
                .toList();
        ProcessDefinitionEntity newest =
                context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(definition.getKey());
        if (!definition.isStartableInTasklist()
                || records.isEmpty()
                || !caller.isOneOf(starters)
                || !isSame(definition, newest)) {
            throw caller.refused(
                    subject,
                    Refusal.of(
                            "not-a-starter",
                            "only "
                                    + (starters.isEmpty()
                                            ? "the process that calls it starts this"
                                            : starters + " start the newest version of this")
                                    + "; ask one of them"));
        }
        return records.get();
    }

    private static boolean isSame(ProcessDefinitionEntity one, @Nullable ProcessDefinitionEntity other) {
        return other != null && one.getId().equals(other.getId());
    }

    private Map<String, Object> record(
            String definition,
            String event,
            UserTask records,
            Map<String, Object> entered,
            Subject subject,
            Caller caller,
            CommandContext context) {
        TaskContext where = new TaskContext(null, "", event, Map.of());
        Entries entries = forms.ofStart(definition, context).check(entered, records.facts(where), Map.of());
        return switch (entries) {
            case Entries.Wrong wrong -> throw caller.refusedEntry(subject, wrong.refusal());
            case Entries.Checked checked ->
                switch (records.complete(where, new Submission(caller.person(subject), checked.fields()))) {
                    case Refused no -> throw caller.refusedEntry(subject, no.refusal());
                    case Recorded done -> Routing.checked(done.routing());
                };
        };
    }
}
