package slipway.engine.guard;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import slipway.engine.SystemScope;

/**
 * Stands inside the engine's transaction and before each command that comes from outside: what the engine issues while
 * it executes another, and what Slipway does itself, passes; the latter is not subject to the grants of people either.
 */
final class CommandGuard extends CommandInterceptor {
    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    private final CommandTable table;
    private final Rules rules;

    CommandGuard(CommandTable table, Rules rules) {
        this.table = table;
        this.rules = rules;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (SystemScope.active()) {
            return Context.getCommandContext().runWithoutAuthorization(() -> within(command));
        }
        return INSIDE.get() ? getNext().execute(command) : within(command);
    }

    private <T> T within(Command<T> command) {
        boolean outermost = !INSIDE.get();
        INSIDE.set(true);
        try {
            return !outermost || SystemScope.active() ? getNext().execute(command) : guarded(command);
        } finally {
            if (outermost) {
                INSIDE.remove();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T guarded(Command<T> command) {
        Handling handling = table.of(command.getClass());
        if (handling == Handling.READ || handling == Handling.ENGINE) {
            return getNext().execute(command);
        }
        CommandContext context = Context.getCommandContext();
        Caller caller = Caller.of(context);
        if (handling == Handling.TASK_FACTS || handling == Handling.START_FACTS) {
            return (T) rules.withFacts(handling, command, getNext().execute(command), context);
        }
        // Whoever replaces a command answers with one of the same result.
        return getNext().execute((Command<T>) rules.admit(handling, command, caller, context));
    }
}
