package slipway.release;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import slipway.event.EventReaders;
import slipway.identity.Clearance;
import slipway.shared.ReleaseNumber;

@Component
class HistorySource implements ChapterSource<HistoryChapter> {
    private static final String NOBODY = "Slipway";

    private final JdbcClient jdbc;
    private final EventReaders readers;
    private final HistoryReader reader;

    HistorySource(JdbcClient jdbc, EventReaders readers, HistoryReader reader) {
        this.jdbc = jdbc;
        this.readers = readers;
        this.reader = reader;
    }

    @Override
    public Class<HistoryChapter> type() {
        return HistoryChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.DECISIONS;
    }

    @Override
    public HistoryChapter of(ReleaseNumber release) {
        // Inside a transaction reading on would take a second connection; the next poll does it.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            readers.advance(reader);
        }
        return new HistoryChapter(jdbc.sql("""
                        select at, actor, subject, sentence from slipway.history_line
                        where release = :release order by seq""")
                .param("release", release.value())
                .query((row, line) -> new HistoryChapter.Line(
                        row.getTimestamp("at").toInstant(),
                        Optional.ofNullable(row.getString("actor")).orElse(NOBODY),
                        row.getString("subject"),
                        row.getString("sentence")))
                .list());
    }
}
