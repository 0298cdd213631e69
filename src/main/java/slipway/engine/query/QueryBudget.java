package slipway.engine.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.QueryVariableValue;

/**
 * How much one query may ask for. Each branch and each comparison of a variable joins a table once more, so that some
 * hundreds of them keep the database busy for minutes.
 */
final class QueryBudget {
    static final int BRANCHES = 20;
    static final int COMPARISONS = 30;
    /** In the or-branches of finished instances each one multiplies what the others cost: ten take 15 seconds. */
    static final int ALTERNATIVES = 5;

    static final int VALUES = 2_000;
    static final int ORDERS = 8;

    private QueryBudget() {}

    /** Why a query asks for too much, if so. */
    static Optional<String> exceeded(AbstractQuery<?, ?> top) {
        List<AbstractQuery<?, ?>> all = QueryWalk.all(top);
        List<?> asked = all.stream()
                .flatMap(query -> QueryWalk.held(query).stream())
                .flatMap(QueryBudget::several)
                .toList();
        long comparisons =
                asked.stream().filter(QueryVariableValue.class::isInstance).count();
        long orders = all.stream()
                .mapToLong(query -> query.getOrderingProperties().size())
                .sum();
        if (all.size() - 1 > BRANCHES) {
            return tooMany(BRANCHES, "or-branches");
        }
        if (comparisons > COMPARISONS) {
            return tooMany(COMPARISONS, "comparisons of variables");
        }
        if (top instanceof HistoricProcessInstanceQueryImpl && alternatives(all, top) > ALTERNATIVES) {
            return tooMany(ALTERNATIVES, "comparisons of variables in or-branches");
        }
        if (orders > ORDERS) {
            return tooMany(ORDERS, "ways of sorting");
        }
        return asked.size() > VALUES ? tooMany(VALUES, "values") : Optional.empty();
    }

    private static long alternatives(List<AbstractQuery<?, ?>> all, AbstractQuery<?, ?> top) {
        return all.stream()
                .filter(query -> query != top)
                .flatMap(query -> QueryWalk.held(query).stream())
                .flatMap(QueryBudget::several)
                .filter(QueryVariableValue.class::isInstance)
                .count();
    }

    private static Stream<?> several(Object value) {
        return switch (value) {
            case Collection<?> many -> many.stream();
            case Object[] many -> Arrays.stream(many);
            default -> Stream.empty();
        };
    }

    private static Optional<String> tooMany(int most, String what) {
        return Optional.of("a query may hold " + most + " " + what + "; ask in parts");
    }
}
