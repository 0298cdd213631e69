package slipway.engine.guard;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;
import slipway.shared.Refusal;

/** People keep and delete filters of their own; shared ones are an administrator's. */
final class Filters {
    private Filters() {}

    static Command<?> admit(Command<?> command, Caller caller, CommandContext context) {
        String person = caller.person(Subject.NONE).id();
        if (caller.administrator()) {
            return command;
        }
        boolean own = command instanceof org.camunda.bpm.engine.impl.cmd.SaveFilterCmd
                ? mayKeep((Filter) Parameters.any(command, "filter"), person, context)
                : owns(Parameters.text(command, "filterId"), person, context);
        if (!own) {
            throw caller.refused(
                    Subject.NONE,
                    Refusal.of("own-filters-only", "this filter is not yours; keep one of your own with you as owner"));
        }
        return command;
    }

    private static boolean mayKeep(@Nullable Filter filter, String person, CommandContext context) {
        return filter != null
                && person.equals(filter.getOwner())
                && (filter.getId() == null || owns(filter.getId(), person, context));
    }

    /** A count, so that the stored filter does not enter the engine's cache before the changed one. */
    private static boolean owns(@Nullable String id, String person, CommandContext context) {
        return id != null
                && context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration()
                                .getFilterService()
                                .createFilterQuery()
                                .filterId(id)
                                .filterOwner(person)
                                .count()
                        == 1);
    }
}
