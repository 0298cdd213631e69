package slipway.engine.guard;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import slipway.shared.Refusal;

/** Which rule decides for which handling. The rules look at tasks and people without the grants of who asks. */
final class Rules {
    private final Completing completing;
    private final Claiming claiming;
    private final Starting starting;
    private final Commenting commenting;
    private final Facts facts;

    Rules(Completing completing, Claiming claiming, Starting starting, Commenting commenting, Facts facts) {
        this.completing = completing;
        this.claiming = claiming;
        this.starting = starting;
        this.commenting = commenting;
        this.facts = facts;
    }

    /** The command to go on with; throws {@link CommandRefused}. */
    Command<?> admit(Handling handling, Command<?> command, Caller caller, CommandContext context) {
        return switch (handling) {
            case READ, ENGINE, TASK_FACTS, START_FACTS -> command;
            case COMPLETE -> context.runWithoutAuthorization(() -> completing.admit(command, caller, context));
            case CLAIM -> context.runWithoutAuthorization(() -> claiming.admit(command, caller, context));
            case START -> context.runWithoutAuthorization(() -> starting.admit(command, caller, context));
            case COMMENT -> context.runWithoutAuthorization(() -> commenting.admit(command, caller, context));
            case FILTER -> FreeText.checked(Filters.admit(command, caller, context), caller);
            case USER -> FreeText.checked(Administration.user(command, caller, context), caller);
            case JOB ->
                Context.getJobExecutorContext() != null ? command : Administration.job(command, caller, context);
            case JOB_FAILURE -> Administration.failure(command);
            case RETRY -> Administration.retry(command, caller);
            case ADMINISTER -> FreeText.checked(Administration.only(command, caller), caller);
            default -> throw refused(handling, command, caller, context);
        };
    }

    Object withFacts(Handling handling, Command<?> command, Object answer, CommandContext context) {
        return context.runWithoutAuthorization(() -> handling == Handling.TASK_FACTS
                ? facts.ofTask(command, answer, context)
                : facts.ofStart(command, answer, context));
    }

    private static CommandRefused refused(
            Handling handling, Command<?> command, Caller caller, CommandContext context) {
        Subject subject = Subjects.of(command, context);
        caller.person(subject);
        Refusal refusal =
                handling.refusal().orElseThrow(() -> new IllegalStateException("no rule decides about " + handling));
        return caller.refused(subject, refusal);
    }
}
