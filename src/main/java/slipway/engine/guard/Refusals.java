package slipway.engine.guard;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

/**
 * The append-only record of refusals, written in a transaction of its own because the refused one is undone. A refusal
 * that cannot be recorded is one all the same, and its log says so.
 */
public final class Refusals {
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

    /** What was refused to somebody before a command of the engine, or in a question to it. */
    public void record(@Nullable String actor, String asked, Refusal refusal) {
        record(actor, asked, Subject.NONE, refusal);
    }

    void record(String command, CommandRefused refused) {
        record(refused.actor(), command, refused.subject(), refused.refusal());
    }

    private void record(@Nullable String person, String command, Subject subject, Refusal refusal) {
        String actor = person == null ? "nobody" : PlainText.coded(person);
        Subject known = subject.coded();
        LOG.warn("refused {} to {} on {}: {}", command, actor, known, oneLine(refusal.toString()));
        try {
            own.executeWithoutResult(status -> insert(command, actor, known, refusal));
        } catch (RuntimeException failed) {
            LOG.error("this refusal of {} to {} is on no record", command, actor, failed);
        }
    }

    private void insert(String command, String actor, Subject subject, Refusal refusal) {
        jdbc.sql("""
                        insert into slipway.refusal (at, actor, command, task, instance, release, rule, field, reason)
                        values (:at, :actor, :command, :task, :instance, :release, :rule, :field, :reason)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("command", command)
                .param("task", subject.task())
                .param("instance", subject.instance())
                .param("release", subject.release())
                .param("rule", refusal.rule())
                .param("field", refusal.field())
                .param("reason", refusal.reason())
                .update();
    }

    private static String oneLine(String text) {
        return PlainText.coded(text.replaceAll("\\s+", " "));
    }
}
