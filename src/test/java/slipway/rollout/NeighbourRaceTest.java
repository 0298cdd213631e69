package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.cmdb.Unit;
import slipway.release.Dossiers;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.testing.Blocked;
import slipway.testing.Traces;

/** Two waves whose units may not meet, begun at the same site in the same moment. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class NeighbourRaceTest extends RolloutStory {
    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Dossiers dossiers;

    private final ExecutorService second = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        second.shutdownNow();
        cmdb.registerUnit(payments(Set.of()));
        Traces.erase("like 'race-%'");
    }

    @Test
    void the_second_waits_for_the_first_and_is_held() throws Exception {
        transaction.executeWithoutResult(status -> {
            sites("race-beside");
            cmdb.registerUnit(payments(Set.of(CHECK)));
        });
        ReleaseNumber first = transaction.execute(status ->
                started(accepted(List.of(made(CHECK, "4.1.0")), "race-beside"), "race-beside"));
        ReleaseNumber other = transaction.execute(status ->
                started(accepted(List.of(made(PAYMENTS, "4.1.0")), "race-beside"), "race-beside"));

        Future<Rollouts.WaveStart> waiting = Objects.requireNonNull(transaction.execute(status -> {
            assertThat(rollouts.startWave(first, 1)).isInstanceOf(Rollouts.Started.class);
            Future<Rollouts.WaveStart> begun = second.submit(() -> rollouts.startWave(other, 1));
            await().atMost(Duration.ofSeconds(30)).until(() -> Blocked.isOne("select id from slipway.site where%"));
            return begun;
        }));

        assertThat(waiting.get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Rollouts.Held.class,
                        held -> assertThat(held.reasons())
                                .extracting(Refusal::rule)
                                .containsExactly("neighbour-changes"));
    }

    @Test
    void whoever_only_reads_of_a_release_holds_no_site() {
        ReleaseNumber release = Objects.requireNonNull(transaction.execute(status -> {
            sites("race-read");
            cmdb.registerUnit(payments(Set.of(CHECK)));
            return accepted(List.of(made(PAYMENTS, "4.2.0")), "race-read");
        }));
        assertThat(dossiers.of(release)).isNotEmpty();
    }

    private static Unit payments(Set<UnitId> conflicts) {
        return new Unit.Software(
                PAYMENTS, "Payments", new Unit.Repository("repositories/payments.git"), Map.of(), conflicts);
    }
}
