package slipway.library;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Unit;
import slipway.library.Library.State;
import slipway.shared.Actor;
import slipway.shared.Manifest;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;
import slipway.testing.Insides;
import slipway.testing.TestDatabase;

/** A revision is checked in at the moment at which a scan finds something in it. */
@Insides
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class LibraryRaceTest {
    private static final UnitId UNIT = new UnitId("library-race");
    private static final Actor SOFIA = new Actor("sofia");

    @Autowired
    private Library library;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());
    private final ExecutorService second = Executors.newSingleThreadExecutor();
    private UnitRevision revision;

    @BeforeEach
    void a_scanned_revision() throws Exception {
        cmdb.registerUnit(new Unit.Software(UNIT, "Race", new Unit.Repository("repositories/race.git")));
        Path file = Files.writeString(folder.resolve("race"), "raced for");
        Manifest manifest =
                new Manifest(List.of(new Manifest.Entry("run", library.store(file), Files.size(file), true)));
        revision = new UnitRevision(UNIT, "1.0", manifest.digest());
        assertThat(library.propose(revision, manifest, Map.of(), null)).isEqualTo(Result.done());
        assertThat(library.attestScan(revision, SOFIA, true, "clamd 1.4", "")).isEqualTo(Result.done());
    }

    @AfterEach
    void nothing_is_left() {
        second.shutdownNow();
        for (String table : List.of("library_attestation", "library_holding")) {
            owner.sql("delete from slipway." + table + " where unit = ?")
                    .param(UNIT.value())
                    .update();
        }
        owner.sql("delete from slipway.event where subject = ?")
                .param(UNIT.value())
                .update();
        owner.sql("delete from slipway.unit where id = ?").param(UNIT.value()).update();
    }

    @Test
    void a_check_in_waits_for_the_scan_that_is_attested_just_then_and_is_barred_by_what_it_found() throws Exception {
        TransactionStatus attesting = attested();
        Future<Result> checkIn = waiting();
        transactions.commit(attesting);

        assertThat(checkIn.get(30, SECONDS))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo("revision-barred"));
        assertThat(library.find(revision)).map(Library.Holding::state).contains(State.QUARANTINED);
    }

    @Test
    void a_check_in_goes_on_when_what_it_waited_for_is_undone() throws Exception {
        TransactionStatus attesting = attested();
        Future<Result> checkIn = waiting();
        transactions.rollback(attesting);

        assertThat(checkIn.get(30, SECONDS)).isEqualTo(Result.done());
        assertThat(library.find(revision)).map(Library.Holding::state).contains(State.CHECKED_IN);
    }

    /** A scan found something, and that is not committed yet. */
    private TransactionStatus attested() {
        TransactionStatus attesting = transactions.getTransaction(new DefaultTransactionDefinition());
        assertThat(library.attestScan(revision, SOFIA, false, "clamd 1.4", "Eicar"))
                .isEqualTo(Result.done());
        return attesting;
    }

    private Future<Result> waiting() {
        Future<Result> checkIn = second.submit(() -> library.checkIn(revision));
        await().atMost(30, SECONDS)
                .until(() -> owner.sql("select exists (select from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single());
        return checkIn;
    }
}
