package slipway.engine.guard;

import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The append-only record of refusals, written in a transaction of its own because the refused one is undone. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final Clock clock;

    Refusals(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    void record(String command, CommandRefused refused) {
        String actor = refused.actor() == null ? "nobody" : refused.actor();
        LOG.warn(
                "refused {} to {} on {}: {}",
                command,
                actor,
                refused.subject(),
                oneLine(refused.refusal().toString()));
        own.executeWithoutResult(status -> insert(command, actor, refused));
    }

    private void insert(String command, String actor, CommandRefused refused) {
        jdbc.sql("""
                        insert into slipway.refusal (at, actor, command, task, instance, release, rule, field, reason)
                        values (:at, :actor, :command, :task, :instance, :release, :rule, :field, :reason)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("command", command)
                .param("task", refused.subject().task())
                .param("instance", refused.subject().instance())
                .param("release", refused.subject().release())
                .param("rule", refused.refusal().rule())
                .param("field", refused.refusal().field())
                .param("reason", refused.refusal().reason())
                .update();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
