package slipway.event;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far the log is complete. A transaction has its number before it draws a sequence, so when every transaction is over
 * that had a number when a sequence was the last one drawn, nothing can come before that sequence any more.
 */
@Component
class Settled {
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private long settled;
    private @Nullable Mark open;

    /** The last sequence that was drawn when the transaction was the newest one. */
    private record Mark(long drawn, long transaction) {}

    Settled(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** No event comes at or before that sequence any more. */
    synchronized long upTo() {
        while (drawn() > settled) {
            Mark mark = open == null ? mark() : open;
            if (oldestRunning() <= mark.transaction()) {
                open = mark;
                return settled;
            }
            open = null;
            settled = mark.drawn();
        }
        return settled;
    }

    private Mark mark() {
        Mark mark = ownTransaction.execute(status -> new Mark(drawn(), newest()));
        if (mark == null) {
            throw new IllegalStateException("a transaction gives its result");
        }
        return mark;
    }

    private long drawn() {
        return jdbc.sql("select case when is_called then last_value else 0 end from slipway.event_seq")
                .query(Long.class)
                .single();
    }

    private long newest() {
        return jdbc.sql("select pg_current_xact_id()::text::bigint")
                .query(Long.class)
                .single();
    }

    private long oldestRunning() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }
}
