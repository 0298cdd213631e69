package slipway.engine.query;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/** Stored questions, with what whoever runs one asks beside: the engine runs these past the bounds of all others. */
final class FilterRuns {
    private FilterRuns() {}

    static <T> T run(Command<T> command, boolean byPerson, CommandExecutor next) {
        String id = (String) Reflected.value(AbstractExecuteFilterCmd.class, "filterId", command);
        Query<?, ?> extension =
                (Query<?, ?>) Reflected.value(AbstractExecuteFilterCmd.class, "extendingQuery", command);
        Filter filter = id == null
                ? null
                : Context.getCommandContext().getFilterManager().findFilterById(id);
        QueryGuard.stored(filter);
        if (extension instanceof AbstractQuery<?, ?> asked) {
            QueryGuard.within(asked);
            QueryGuard.refuseAll(asked);
        }
        together(filter, extension);
        if (!byPerson || !isList(command)) {
            return next.execute(command);
        }
        return ResultBound.bounded(next.execute(paged(command, id, extension)));
    }

    /** Each may be small enough, and both together not. */
    private static void together(@Nullable Filter filter, @Nullable Query<?, ?> extension) {
        if (filter != null
                && extension != null
                && filter.extend(extension).getQuery() instanceof AbstractQuery<?, ?> both) {
            QueryGuard.within(both);
        }
    }

    private static boolean isList(Command<?> command) {
        return command instanceof ExecuteFilterListCmd || command instanceof ExecuteFilterListPageCmd;
    }

    @SuppressWarnings("unchecked")
    private static <T> Command<T> paged(Command<T> command, @Nullable String id, @Nullable Query<?, ?> extension) {
        boolean page = command instanceof ExecuteFilterListPageCmd;
        int first = page ? (int) value("firstResult", command) : 0;
        int most = page ? Math.min((int) value("maxResults", command), ResultBound.ONE_MORE) : ResultBound.ONE_MORE;
        Command<List<?>> bounded = new ExecuteFilterListPageCmd(id, extension, first, most);
        return (Command<T>) bounded;
    }

    private static Object value(String field, Command<?> command) {
        Object value = Reflected.value(ExecuteFilterListPageCmd.class, field, command);
        if (value == null) {
            throw new IllegalStateException("the page of a filter has no " + field);
        }
        return value;
    }
}
