package slipway.scenario;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.interruption.Interruptions;
import slipway.policy.Policies;
import slipway.release.PartScope;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.rollout.PausedDecision;
import slipway.rollout.PausedRollouts;
import slipway.shared.Actor;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.site.Order;
import slipway.testing.ProcessTest;
import slipway.testing.TestDatabase;

/** What is raised just when something else happens: a submission, a decision, a look at the sites. */
@ProcessTest
class RaisedInterruptionsTest {
    private static final String WAVES = "1: zurich\n2: new-york, singapore-dr";
    private static final Actor RITA = new Actor("rita");
    private static final Actor CARL = new Actor("carl");

    @Autowired
    private Bank bank;

    @Autowired
    private Releases releases;

    @Autowired
    private Changes changes;

    @Autowired
    private Policies policies;

    @Autowired
    private Interruptions interruptions;

    @Autowired
    private PausedRollouts paused;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final ExecutorService second = Executors.newSingleThreadExecutor();

    @BeforeEach
    void every_site_runs_the_baseline() throws IOException {
        bank.everySiteRunsTheBaseline();
    }

    @AfterEach
    void time_is_now_again() {
        second.shutdownNow();
        ClockUtil.reset();
        bank.endsEverything();
    }

    @Test
    void an_rfc_that_a_release_is_submitted_with_just_then_is_not_taken_back_behind_its_back() throws Exception {
        RfcNumber rfc = new RfcNumber(bank.approvedRfc("Submitted just then"));
        Story story = bank.release("mara", "Submitted just then");
        TransactionStatus submitting = transactions.getTransaction(new DefaultTransactionDefinition());
        Future<Interruptions.Answer> takingBack;
        try {
            Scope scope = new Scope(
                    List.of(new PartScope(Bank.UNIT, bank.tag(Map.of()))), Set.of(rfc), Set.of(new SiteId("zurich")));
            assertThat(releases.submit(
                            story.number(),
                            scope,
                            ReleaseType.MINOR,
                            policies.inForce().version()))
                    .isEqualTo(Result.done());
            takingBack = second.submit(() -> takeBack(rfc));
            await().atMost(30, SECONDS).until(RaisedInterruptionsTest::somebodyWaits);
        } finally {
            transactions.commit(submitting);
        }

        assertThat(takingBack.get(30, SECONDS))
                .isInstanceOfSatisfying(
                        Interruptions.NotRaised.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo("rfc-changed"));
        assertThat(changes.find(rfc)).map(Rfc::status).contains(Rfc.Status.APPROVED);
        assertThat(changes.claimants(rfc)).containsExactly(story.number());
        assertThat(takeBack(rfc)).isInstanceOf(Interruptions.Raised.class);
        assertThat(changes.find(rfc)).map(Rfc::status).contains(Rfc.Status.WITHDRAWN);
    }

    private Interruptions.Answer takeBack(RfcNumber rfc) {
        return interruptions.takeBack(rfc, CARL, Rfc.Status.WITHDRAWN, "Just then");
    }

    private static boolean somebodyWaits() {
        return TestDatabase.get()
                .sql()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_stop_that_is_over_before_the_process_heard_of_it_is_not_told_any_more() throws IOException {
        Story story = toItsAudit("Stood and went on").signsAudit("anna").is(ReleaseState.IN_ROLLOUT);
        Interruptions.Raised raised = (Interruptions.Raised) interruptions.stop(story.number(), RITA, "One moment");
        assertThat(raised.releases()).containsExactly(story.number());
        story.is(ReleaseState.PAUSED);
        assertThat(paused.decide(story.number(), RITA, PausedDecision.RESUME, "All is well", Set.of()))
                .isEqualTo(new PausedRollouts.Decided());
        assertThat(paused.resume(story.number())).isEqualTo(Result.done());

        assertThat(interruptions.tell(raised.raise(), 0, one -> {
                    throw new AssertionError("told of " + one);
                }))
                .isTrue();
        story.is(ReleaseState.IN_ROLLOUT);
    }

    @Test
    void at_no_site_is_looked_for_the_audit_of_a_release_that_is_cancelled_meanwhile() throws IOException {
        Story story = lookedAtWhen("CancelRelease", Map.of("reason", "Not needed"));
        story.is(ReleaseState.CANCELLED).waitsAt();
        assertThat(story.stage().runs(story.number().value())).isFalse();
        assertNobodyLooks(story);
    }

    @Test
    void at_no_site_is_looked_for_the_audit_of_a_release_that_is_planned_again_meanwhile() throws IOException {
        Story story = lookedAtWhen("RescheduleRelease", Map.of("to", "SCHEDULED", "reason", "Trains do not run"));
        story.waitsAt("ArrangeWaves");
        assertNobodyLooks(story);
    }

    /** Its release manager raises that when the first site is about to be looked at. */
    private Story lookedAtWhen(String process, Map<String, Object> entries) throws IOException {
        Story story = bank.release("mara", "Interrupted in its audit");
        story.stage().interceptNext(Order.Kind.INVENTORY, () -> {
            Map<String, Object> all = new HashMap<>(entries);
            all.put("release", story.number().value());
            story.stage().raise("rita", process, all);
        });
        return toItsAudit(story, "Interrupted in its audit").settles();
    }

    private void assertNobodyLooks(Story story) {
        assertThat(jdbc.sql("select state from slipway.site_order where release = ? and kind = 'INVENTORY'")
                        .param(story.number().value())
                        .query(String.class)
                        .list())
                .as("orders to look")
                .hasSize(3)
                .containsOnly("WITHDRAWN");
    }

    private Story toItsAudit(String title) throws IOException {
        return toItsAudit(bank.release("mara", title), title);
    }

    private Story toItsAudit(Story story, String title) throws IOException {
        return story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc(title))
                .goesToItsGo(WAVES)
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe");
    }
}
