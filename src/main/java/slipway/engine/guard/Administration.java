package slipway.engine.guard;

import java.util.Date;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import slipway.shared.Refusal;

/** What administrators may do: look after people and groups, and retry what failed. */
final class Administration {
    private Administration() {}

    static Command<?> only(Command<?> command, Caller caller) {
        caller.person(Subject.NONE);
        if (!caller.administrator()) {
            throw caller.refused(
                    Subject.NONE,
                    Refusal.of("administrators-only", "only administrators may do this; ask one of them"));
        }
        return command;
    }

    /** Everybody changes their own password; name and mail address, which separation of duties reads, they do not. */
    static Command<?> user(Command<?> command, Caller caller, CommandContext context) {
        User user = (User) Parameters.any(command, "user");
        if (user != null && caller.is(user.getId()) && unchanged(user, context)) {
            return command;
        }
        return only(command, caller);
    }

    /** A job that waits for its date is not pulled forward. */
    static Command<?> job(Command<?> command, Caller caller, CommandContext context) {
        only(command, caller);
        String id = Parameters.text(command, "jobId");
        JobEntity job = id == null ? null : context.getJobManager().findJobById(id);
        Date due = job == null ? null : job.getDuedate();
        if (job != null && due != null && due.after(ClockUtil.getCurrentTime())) {
            throw timers(caller, new Subject(null, job.getProcessInstanceId(), null));
        }
        return command;
    }

    /** The engine takes a refused execution for a failed one; that must not cost the job a retry. */
    static Command<?> failure(Command<?> listener) {
        var job = (JobFailureCollector) Parameters.any(listener, "jobFailureCollector");
        Command<Void> nothing = context -> null;
        return job != null && job.getFailure() instanceof CommandRefused ? nothing : listener;
    }

    static Command<?> retry(Command<?> command, Caller caller) {
        only(command, caller);
        if (Parameters.flag(command, "isDueDateSet")) {
            throw timers(caller, Subject.NONE);
        }
        return command;
    }

    private static CommandRefused timers(Caller caller, Subject subject) {
        return caller.refused(subject, Handling.TIMERS_FROM_PLAN.refusal().orElseThrow());
    }

    /** A count, so that the stored user does not enter the engine's cache before the changed one. */
    private static boolean unchanged(User user, CommandContext context) {
        return user.getFirstName() != null
                && user.getLastName() != null
                && user.getEmail() != null
                && context.runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider()
                                .createUserQuery(context)
                                .userId(user.getId())
                                .userFirstName(user.getFirstName())
                                .userLastName(user.getLastName())
                                .userEmail(user.getEmail())
                                .count()
                        == 1);
    }
}
