package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.testing.Blocked;
import slipway.testing.Insides;
import slipway.testing.TestDatabase;
import slipway.testing.Traces;

/** Two connections that need the same site at the same time. */
@Insides
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ReservationRaceTest {
    private static final UnitId UNIT = new UnitId("reservation-race");
    private static final SiteId LEFT = new SiteId("race-left");
    private static final SiteId SHARED = new SiteId("race-middle");
    private static final SiteId RIGHT = new SiteId("race-right");

    @Autowired
    private StoredReservations reservations;

    @Autowired
    private Releases releases;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private PlatformTransactionManager transactions;

    private final ExecutorService second = Executors.newSingleThreadExecutor();
    private SubmittedRelease first;
    private SubmittedRelease other;

    @BeforeEach
    void two_releases_share_a_site() {
        cmdb.registerUnit(new Unit.Software(UNIT, "Race", new Unit.Repository("repositories/race.git")));
        for (SiteId site : List.of(LEFT, SHARED, RIGHT)) {
            cmdb.registerSite(new Site(
                    site, site.value(), ZoneOffset.UTC, new Actor("zoe"), true, false, Channel.BY_HAND, "Race 1"));
        }
        first = release(LEFT, SHARED);
        other = release(SHARED, RIGHT);
    }

    @AfterEach
    void they_end() {
        second.shutdownNow();
        for (ReleaseNumber release : List.of(first.number(), other.number())) {
            assertThat(releases.move(release, ReleaseState.CANCELLED)).isEqualTo(Result.done());
        }
        Traces.erase("like 'race-%'");
    }

    @Test
    void whoever_comes_second_waits_and_then_gets_nothing() throws Exception {
        TransactionStatus taking = transactions.getTransaction(new DefaultTransactionDefinition());
        assertThat(reservations.reserve(first)).isEmpty();
        Future<Optional<Refusal>> waiting = second.submit(this::reserveOther);
        theSecondWaits();
        transactions.commit(taking);

        assertThat(waiting.get(30, TimeUnit.SECONDS)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("reserved-by-another");
            assertThat(no.reason()).contains(first.number() + " has reservation-race at race-middle. Wait");
        });
        assertThat(reservations.holder(SHARED, UNIT)).contains(first.number());
        assertThat(reservations.held(other.number())).isEmpty();
    }

    @Test
    void whoever_comes_second_gets_all_when_the_first_one_takes_it_back() throws Exception {
        TransactionStatus taking = transactions.getTransaction(new DefaultTransactionDefinition());
        assertThat(reservations.reserve(first)).isEmpty();
        Future<Optional<Refusal>> waiting = second.submit(this::reserveOther);
        theSecondWaits();
        transactions.rollback(taking);

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEmpty();
        assertThat(reservations.held(first.number())).isEmpty();
        assertThat(reservations.held(other.number())).hasSize(2);
    }

    @Test
    void the_database_itself_knows_one_holder_only() {
        assertThat(reservations.reserve(first)).isEmpty();

        assertThat(TestDatabase.get()
                        .sql()
                        .sql("""
                                insert into slipway.reservation (site, unit, release, since)
                                values (:site, :unit, :release, now()) on conflict do nothing""")
                        .param("site", SHARED.value())
                        .param("unit", UNIT.value())
                        .param("release", other.number().value())
                        .update())
                .isZero();
    }

    private Optional<Refusal> reserveOther() {
        return Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(transaction -> reservations.reserve(other)));
    }

    private static void theSecondWaits() {
        await().atMost(Duration.ofSeconds(30)).until(() -> Blocked.isOne("insert into slipway.reservation%"));
    }

    private SubmittedRelease release(SiteId... sites) {
        ReleaseNumber number = releases.draft(new Actor("mara"), "Race", "Two at once");
        return Values.release(number, ReleaseState.SCHEDULED, List.of(UNIT), sites);
    }
}
