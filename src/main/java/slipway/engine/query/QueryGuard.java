package slipway.engine.query;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import slipway.engine.SystemScope;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/**
 * No query evaluates an expression that came from outside. Stored filters may hold a few known ones at their top level;
 * the engine itself checks only there, and evaluates those of or-branches unseen (CVE-2026-109432).
 */
final class QueryGuard extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            within(query);
            refuseAll(query);
            broken(query);
            return byPerson() ? ResultBound.within(query, () -> next.execute(command)) : next.execute(command);
        } else if (command instanceof SaveFilterCmd) {
            stored((Filter) Reflected.value(SaveFilterCmd.class, "filter", command));
        } else if (command instanceof AbstractExecuteFilterCmd) {
            return FilterRuns.run(command, byPerson(), next);
        }
        return next.execute(command);
    }

    private static boolean byPerson() {
        return !SystemScope.active() && Context.getCommandContext().getAuthentication() != null;
    }

    static void within(AbstractQuery<?, ?> query) {
        QueryBudget.exceeded(query).ifPresent(why -> {
            throw QueryRefused.of(Refusal.of("query-too-large", why));
        });
    }

    /** The engine forgets an "and" between these, which would end in an error of the database. */
    private static void broken(AbstractQuery<?, ?> query) {
        if (query instanceof UserOperationLogQueryImpl
                && asked(query, "processDefinitionKey")
                && (asked(query, "processDefinitionId") || asked(query, "deploymentId"))) {
            throw QueryRefused.of(Refusal.of(
                    "query-unsupported",
                    "the key of a process definition is not asked for together with its id or a deployment; leave one"
                            + " of them out"));
        }
    }

    private static boolean asked(AbstractQuery<?, ?> query, String field) {
        return Reflected.value(UserOperationLogQueryImpl.class, field, query) != null;
    }

    static void refuseAll(AbstractQuery<?, ?> query) {
        QueryWalk.expressions(query, (expression, top) -> refuse(expression, "queries hold no expressions"));
    }

    static void stored(@Nullable Filter filter) {
        if (filter != null && filter.getQuery() instanceof AbstractQuery<?, ?> query) {
            within(query);
            QueryWalk.expressions(query, (expression, top) -> {
                if (!top) {
                    refuse(expression, "or-branches of filters hold no expressions");
                } else if (!StoredExpressions.allow(expression)) {
                    refuse(
                            expression,
                            "filters may ask for currentUser(), currentUserGroups(), now() or dateTime()"
                                    + " with plus or minus");
                }
            });
        }
    }

    private static void refuse(String expression, String rule) {
        throw QueryRefused.of(Refusal.of(
                "query-expressions", rule + "; '" + PlainText.quoted(expression) + "' was refused and did not run"));
    }
}
