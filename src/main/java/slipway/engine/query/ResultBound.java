package slipway.engine.query;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.AbstractQuery;
import slipway.shared.Refusal;

/**
 * How much one question of a person may bring into memory: a few that ask for all history at once would fill it. The
 * engine's own limit forbids every question that names no page, also those with little to answer.
 */
final class ResultBound {
    static final int ENTRIES = 2_000;
    /** It shows that there are more; an answer cut off in silence would be a wrong one. */
    static final int ONE_MORE = ENTRIES + 1;

    private ResultBound() {}

    static <T> T within(AbstractQuery<?, ?> query, Supplier<T> execution) {
        int asked = query.getMaxResults();
        if (asked <= ENTRIES) {
            return execution.get();
        }
        query.setMaxResults(ONE_MORE);
        try {
            return bounded(execution.get());
        } finally {
            query.setMaxResults(asked);
        }
    }

    /** The answer to a question that asked for {@link #ONE_MORE} at most. */
    static <T> T bounded(T answer) {
        if (answer instanceof List<?> entries && entries.size() > ENTRIES) {
            throw QueryRefused.of(Refusal.of(
                    "query-too-large",
                    "the answer has more than " + ENTRIES
                            + " entries; ask for it in pages with firstResult and maxResults"));
        }
        return answer;
    }
}
