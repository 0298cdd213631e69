package slipway.change;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.testing.Insides;
import slipway.testing.TestDatabase;

/** On committed rows, which are taken away again. */
@SpringJUnitConfig(Insides.Setup.class)
class ClaimingAtOnceTest {
    private static final UnitId UNIT = new UnitId("claimed-unit");
    private static final SiteId SITE = new SiteId("claimed-site");
    private static final Set<RfcNumber> RFC = Set.of(new RfcNumber("RFC-95001"));
    private static final int RELEASES = 8;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());

    @Autowired
    private Changes changes;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void an_rfc_that_many_releases_want() {
        owner.sql("""
                        insert into slipway.unit (id, kind, name, source, address)
                        values (?, 'SOFTWARE', 'Claimed unit', 'REPOSITORY', '/nowhere')
                        """).param(UNIT.value()).update();
        owner.sql("""
                        insert into slipway.site (id, name, zone, coordinator, mandatory, disaster_recovery, channel,
                          address)
                        values (?, 'Site', 'UTC', 'zoe', true, false, 'DIRECTORY', '/nowhere')
                        """).param(SITE.value()).update();
        for (int release = 0; release < RELEASES; release++) {
            owner.sql("""
                            insert into slipway.release (number, title, purpose, requester, state, drafted_at)
                            values (?, 'T', 'P', 'mara', 'DRAFT', now())
                            """).param(number(release).value()).update();
        }
        RFC.forEach(rfc -> changes.register(
                new Rfc(rfc, "Wanted", UNIT, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("One", "Two"))));
    }

    @AfterEach
    void take_it_away() {
        owner.sql("delete from slipway.rfc_claim where site = ?")
                .param(SITE.value())
                .update();
        owner.sql("delete from slipway.event where release like 'REL-2042-%' or subject = 'RFC-95001'")
                .update();
        owner.sql("delete from slipway.rfc_criterion where rfc = 'RFC-95001'").update();
        owner.sql("delete from slipway.rfc where unit = ?").param(UNIT.value()).update();
        owner.sql("delete from slipway.release where number like 'REL-2042-%'").update();
        owner.sql("delete from slipway.site where id = ?").param(SITE.value()).update();
        owner.sql("delete from slipway.unit where id = ?").param(UNIT.value()).update();
    }

    @Test
    void the_second_waits_for_the_first_and_is_refused_by_value() throws Exception {
        TransactionStatus first = begun();
        assertThat(changes.claim(number(0), RFC, Set.of(SITE))).isEmpty();
        FutureTask<Optional<Refusal>> second = claiming(1);
        await().atMost(30, SECONDS).until(this::somebodyWaits);

        transactions.commit(first);

        assertThat(second.get(30, SECONDS))
                .hasValueSatisfying(no -> assertThat(no.reason()).contains("RFC-95001 is in " + number(0)));
        assertThat(holders()).containsExactly(number(0));
    }

    @Test
    void the_second_has_it_when_the_first_is_undone() throws Exception {
        TransactionStatus first = begun();
        assertThat(changes.claim(number(0), RFC, Set.of(SITE))).isEmpty();
        FutureTask<Optional<Refusal>> second = claiming(1);
        await().atMost(30, SECONDS).until(this::somebodyWaits);

        transactions.rollback(first);

        assertThat(second.get(30, SECONDS)).isEmpty();
        assertThat(holders()).containsExactly(number(1));
    }

    @Test
    void of_many_at_once_exactly_one_wins() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<FutureTask<Optional<Refusal>>> all = IntStream.range(0, RELEASES)
                .mapToObj(release -> started(new FutureTask<>(() -> {
                    start.await();
                    return claim(release);
                })))
                .toList();

        start.countDown();
        List<Optional<Refusal>> answers = new ArrayList<>();
        for (FutureTask<Optional<Refusal>> each : all) {
            answers.add(each.get(60, SECONDS));
        }

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(holders()).hasSize(1);
    }

    private TransactionStatus begun() {
        return transactions.getTransaction(new DefaultTransactionDefinition());
    }

    private FutureTask<Optional<Refusal>> claiming(int release) {
        return started(new FutureTask<>(() -> claim(release)));
    }

    private static <T> FutureTask<T> started(FutureTask<T> task) {
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private Optional<Refusal> claim(int release) {
        return Optional.ofNullable(new TransactionTemplate(transactions)
                        .execute(status -> changes.claim(number(release), RFC, Set.of(SITE))))
                .orElseThrow();
    }

    private boolean somebodyWaits() {
        return owner.sql("select exists (select from pg_locks where not granted and locktype = 'transactionid')")
                .query(Boolean.class)
                .single();
    }

    private List<ReleaseNumber> holders() {
        return changes.claimants(RFC.iterator().next());
    }

    private static ReleaseNumber number(int release) {
        return ReleaseNumber.of(2042, release + 1);
    }
}
