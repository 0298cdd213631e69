package slipway.approval;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.cmdb.Unit;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.release.PartScope;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.Scope;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.testing.Insides;
import slipway.testing.TestDatabase;
import slipway.testing.Traces;

/** Carl, of two groups, decides twice at the same moment. */
@Insides
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class GroupGateRaceTest {
    private static final Gate GATE = new Gate("RACE_APPROVAL");
    private static final Set<String> GROUPS = Set.of("cab", "change-manager");
    private static final Actor CARL = new Actor("carl");
    private static final UnitId UNIT = new UnitId("gate-race");
    private static final SiteId SITE = new SiteId("gate-race-site");
    private static final RfcNumber RFC = new RfcNumber("RFC-95101");

    @Autowired
    private GroupGates groups;

    @Autowired
    private Approvals approvals;

    @Autowired
    private GateRegister gates;

    @Autowired
    private Releases releases;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private Changes changes;

    @Autowired
    private Policies policies;

    @Autowired
    private PlatformTransactionManager transactions;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.get().owner());
    private final ExecutorService second = Executors.newSingleThreadExecutor();
    private ReleaseNumber release;

    @BeforeEach
    void a_release() {
        cmdb.registerUnit(new Unit.Software(UNIT, "Race", new Unit.Repository("repositories/race.git")));
        cmdb.registerSite(
                new Site(SITE, "Race", ZoneOffset.UTC, new Actor("zoe"), true, false, Channel.BY_HAND, "Race 1"));
        changes.register(new Rfc(RFC, "Race", UNIT, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("It is won.")));
        Policy.Window always = new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MIDNIGHT);
        int policy = policies.putInForce(
                new Policy(0, Duration.ZERO, Duration.ofMinutes(3), 100, List.of(always), List.of()),
                new Actor("ivan"));
        gates.enter(GATE, "Whoever comes first approves");
        release = releases.draft(new Actor("mara"), "Race", "Two at once");
        Scope scope = new Scope(List.of(new PartScope(UNIT, "v1.0.0")), Set.of(RFC), Set.of(SITE));
        assertThat(releases.submit(release, scope, ReleaseType.MINOR, policy)).isEqualTo(Result.done());
    }

    @AfterEach
    void nothing_is_left() {
        second.shutdownNow();
        Traces.erase("= '" + SITE + "'");
        owner.sql("delete from slipway.gate where id = ?").param(GATE.id()).update();
        owner.sql("delete from slipway.event where subject = ?")
                .param(RFC.value())
                .update();
        owner.sql("delete from slipway.rfc_criterion where rfc = ?")
                .param(RFC.value())
                .update();
        owner.sql("delete from slipway.rfc where number = ?").param(RFC.value()).update();
        owner.sql("delete from slipway.unit where id = ?").param(UNIT.value()).update();
    }

    @Test
    void the_second_waits_for_the_first_and_counts_for_no_other_group() throws Exception {
        TransactionStatus first = transactions.getTransaction(new DefaultTransactionDefinition());
        Future<Result> waiting;
        try {
            assertThat(decide()).isEqualTo(Result.done());
            waiting = second.submit(this::decide);
            await().atMost(30, SECONDS).until(this::somebodyWaits);
        } finally {
            transactions.commit(first);
        }

        assertThat(waiting.get(30, SECONDS))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo("one-person-one-group"));
        assertThat(approvals.of(release)).hasSize(1);
    }

    private Result decide() {
        return groups.decide(release, GATE, GROUPS, CARL, true, "", Map.of());
    }

    private boolean somebodyWaits() {
        return owner.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
