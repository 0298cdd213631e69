package slipway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import slipway.shared.Result;
import slipway.testing.TestDatabase;

/** On committed events, which are taken away again: nobody else knows them. */
class EventReadersTest {
    private static final AtomicInteger READERS = new AtomicInteger();
    private final DataSource database = TestDatabase.get().application();
    private final JdbcClient sql = JdbcClient.create(database);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final EventTypes types = new EventTypes(List.of(new EventFamily(Ticked.class)));
    private final EventTable events = new EventTable(sql, types, Clock.systemUTC()) {
        @Override
        List<EventLog.Entry> between(long after, long upTo, int most) {
            // What other tests wrote this one does not know.
            return super.between(Math.max(after, before), upTo, most);
        }
    };
    private final EventLog log = new StoredEventLog(events);
    private final Remembering reader = new Remembering();
    private final EventReaders readers = readers(reader);
    private long before;

    sealed interface Ticked extends Event {
        @Override
        default String words() {
            return "Tick.";
        }
    }

    record TestTicked(String name) implements Ticked {}

    /** Remembers what it read, and counts it in the database. */
    private final class Remembering implements EventReader {
        private final String name = "test-" + READERS.incrementAndGet();
        private final List<String> read = new ArrayList<>();
        private String poison = "";
        private boolean derives = true;

        @Override
        public String name() {
            return name;
        }

        @Override
        public void read(EventLog.Entry entry) {
            String tick = ((TestTicked) entry.event()).name();
            sql.sql("update slipway.event_reader set position = position + 1 where name = ?")
                    .param(counter())
                    .update();
            if (tick.equals(poison)) {
                throw new IllegalStateException("poisoned");
            }
            read.add(tick);
        }

        @Override
        public boolean derives() {
            return derives;
        }

        private String counter() {
            return name + "-counter";
        }
    }

    /** A transaction of its own, beside others of the same thread. */
    private final class Writer {
        // Whoever writes in it is bound to it, and not to what the test reads from.
        private final DataSource own =
                new DelegatingDataSource(TestDatabase.get().application());
        private final JdbcTransactionManager manager = new JdbcTransactionManager(own);
        private final TransactionStatus transaction;

        Writer() {
            manager.setTransactionSynchronization(JdbcTransactionManager.SYNCHRONIZATION_NEVER);
            transaction = manager.getTransaction(new DefaultTransactionDefinition());
        }

        /** Has a number and wrote nothing yet. */
        void begin() {
            JdbcClient.create(own)
                    .sql("select pg_current_xact_id()::text")
                    .query(String.class)
                    .single();
        }

        void append(String name) {
            new StoredEventLog(new EventTable(JdbcClient.create(own), types, Clock.systemUTC()))
                    .append(new TestTicked(name));
        }

        void commit() {
            manager.commit(transaction);
        }

        void rollback() {
            manager.rollback(transaction);
        }
    }

    @BeforeEach
    void begin_behind_everything_that_others_wrote() {
        before = sql.sql("select coalesce(max(seq), 0) from slipway.event")
                .query(Long.class)
                .single();
        place(reader.name(), before);
        place(reader.counter(), 0);
    }

    private void place(String name, long position) {
        sql.sql("insert into slipway.event_reader (name, position) values (?, ?)")
                .params(name, position)
                .update();
    }

    @AfterEach
    void leave_nothing_that_others_do_not_know() {
        JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());
        owner.sql("delete from slipway.event where type = 'TestTicked'").update();
        owner.sql("delete from slipway.event_reader where name like 'test-%'").update();
    }

    @Test
    void a_reader_never_passes_a_sequence_below_which_a_transaction_is_open() {
        Writer slow = new Writer();
        slow.append("slow");
        log.append(new TestTicked("quick"));

        readers.advance();
        assertThat(reader.read).isEmpty();

        slow.commit();
        readers.advance();
        assertThat(reader.read).containsExactly("slow", "quick");
    }

    @Test
    void nor_one_that_an_open_transaction_may_still_draw() {
        Writer slow = new Writer();
        slow.begin();
        log.append(new TestTicked("quick"));

        readers.advance();
        assertThat(reader.read).isEmpty();

        slow.append("slow");
        slow.commit();
        readers.advance();
        assertThat(reader.read).containsExactly("quick", "slow");
    }

    @Test
    void nor_one_of_a_younger_transaction_that_an_older_one_overtook() {
        Writer older = new Writer();
        Writer younger = new Writer();
        older.append("one");
        younger.append("two");
        older.append("three");
        older.commit();

        readers.advance();
        assertThat(reader.read).doesNotContain("three");

        younger.commit();
        readers.advance();
        assertThat(reader.read).containsExactly("one", "two", "three");
    }

    @Test
    void what_is_complete_is_read_though_younger_transactions_are_always_open() {
        Writer older = new Writer();
        older.append("one");
        readers.advance();
        Writer younger = new Writer();
        younger.append("two");
        older.commit();

        readers.advance();
        assertThat(reader.read).containsExactly("one");

        younger.commit();
        readers.advance();
        assertThat(reader.read).containsExactly("one", "two");
    }

    @Test
    void what_was_undone_is_never_read() {
        Writer undone = new Writer();
        undone.append("undone");
        undone.rollback();
        log.append(new TestTicked("done"));

        readers.advance();

        assertThat(reader.read).containsExactly("done");
    }

    @Test
    void a_failing_read_moves_nothing_and_is_tried_again() {
        log.append(new TestTicked("one"));
        log.append(new TestTicked("two"));
        reader.poison = "two";

        assertThatIllegalStateException().isThrownBy(() -> readers.advance(reader));
        assertThat(position(reader.name())).isEqualTo(before);
        assertThat(position(reader.counter())).isZero();

        reader.poison = "";
        reader.read.clear();
        readers.advance(reader);
        assertThat(reader.read).containsExactly("one", "two");
        assertThat(position(reader.counter())).isEqualTo(2);
    }

    @Test
    void a_reader_that_fails_keeps_no_other_one_waiting() {
        Remembering other = new Remembering();
        place(other.name(), before);
        log.append(new TestTicked("one"));
        reader.poison = "one";

        readers(reader, other).advance();

        assertThat(reader.read).isEmpty();
        assertThat(other.read).containsExactly("one");
    }

    @Test
    void nothing_is_read_twice() {
        log.append(new TestTicked("one"));
        readers.advance();
        readers.advance();

        assertThat(reader.read).containsExactly("one");
    }

    @Test
    void a_long_log_is_read_in_portions() {
        Writer writer = new Writer();
        IntStream.range(0, 501).forEach(tick -> writer.append("tick-" + tick));
        writer.commit();

        readers.advance();

        assertThat(reader.read)
                .containsExactlyElementsOf(
                        IntStream.range(0, 501).mapToObj(tick -> "tick-" + tick).toList());
    }

    @Test
    void told_to_it_reads_all_that_it_read_once_more_and_what_is_new_before() {
        log.append(new TestTicked("one"));
        log.append(new TestTicked("two"));
        readers.advance();
        long position = position(reader.name());

        assertThat(readers.rebuild(reader.name())).isEqualTo(Result.done());
        assertThat(readers.standings())
                .contains(new EventReaders.Standing(reader.name(), true, position, Optional.of(0L)));
        log.append(new TestTicked("three"));
        readers.advance();

        assertThat(reader.read).containsExactly("one", "two", "three", "one", "two", "three");
        assertThat(readers.standings())
                .contains(new EventReaders.Standing(reader.name(), true, position(reader.name()), Optional.empty()));
        readers.advance();
        assertThat(reader.read).hasSize(6);
    }

    @Test
    void a_long_log_is_read_again_a_piece_at_each_poll() {
        Writer writer = new Writer();
        IntStream.range(0, 10_001).forEach(tick -> writer.append("tick-" + tick));
        writer.commit();
        readers.advance();
        reader.read.clear();

        readers.rebuild(reader.name());
        readers.advance();
        assertThat(reader.read).hasSize(10_000);

        readers.advance();
        assertThat(reader.read).hasSize(10_001).doesNotHaveDuplicates();
    }

    @Test
    void reading_again_goes_on_where_it_failed() {
        log.append(new TestTicked("one"));
        readers.advance();
        readers.rebuild(reader.name());
        reader.poison = "one";
        readers.advance();
        log.append(new TestTicked("two"));

        reader.poison = "";
        reader.read.clear();
        readers.advance();

        assertThat(reader.read).containsExactly("two", "one", "two");
    }

    @Test
    void one_that_acts_on_what_it_reads_is_not_told_to_read_again() {
        Remembering acting = new Remembering();
        acting.derives = false;
        place(acting.name(), before);
        EventReaders both = readers(reader, acting);
        log.append(new TestTicked("one"));
        both.advance();

        assertThat(both.rebuild(acting.name())).isInstanceOfSatisfying(Result.Refused.class, no -> {
            assertThat(no.refusal().rule()).isEqualTo("reader-acts");
            assertThat(no.refusal().reason()).contains(acting.name(), "only '" + reader.name() + "' can be");
        });
        both.advance();
        assertThat(acting.read).containsExactly("one");
        assertThatIllegalArgumentException().isThrownBy(() -> both.rebuild("nobody"));
    }

    @Test
    void of_many_writers_every_event_is_read_once_and_none_is_lost() throws Exception {
        Set<String> committed = new ConcurrentSkipListSet<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> writers = IntStream.range(0, 6)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> write(writer, start, committed)))
                .toList();

        start.countDown();
        while (writers.stream().anyMatch(Thread::isAlive)) {
            readers.advance(reader);
        }
        for (Thread writer : writers) {
            writer.join();
        }
        readers.advance(reader);

        assertThat(committed).hasSize(6 * 20 * 2);
        assertThat(reader.read).containsExactlyInAnyOrderElementsOf(committed);
    }

    /** Thirty transactions of two events each, of which every third is undone. */
    private void write(int writer, CountDownLatch start, Set<String> committed) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (int round = 0; round < 30; round++) {
            Writer transaction = new Writer();
            List<String> names = List.of(writer + "-" + round + "-a", writer + "-" + round + "-b");
            names.forEach(transaction::append);
            if (round % 3 == 2) {
                transaction.rollback();
            } else {
                transaction.commit();
                committed.addAll(names);
            }
        }
    }

    private EventReaders readers(EventReader... all) {
        return new EventReaders(List.of(all), events, new Settled(sql, transactions), sql, transactions);
    }

    private long position(String name) {
        return sql.sql("select position from slipway.event_reader where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
