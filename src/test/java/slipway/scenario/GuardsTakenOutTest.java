package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import slipway.approval.Approvals;
import slipway.approval.Aspect;
import slipway.approval.Gate;
import slipway.approval.GateRegister;
import slipway.approval.GoNoGo;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.engine.SystemScope;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.identity.AccountEvent;
import slipway.identity.Roles;
import slipway.library.Library;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.review.Reviews;
import slipway.rollout.Rollouts;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;
import slipway.testing.Goals;
import slipway.testing.ProcessTest;

/**
 * No guard can be taken out unnoticed, at any place that asks it. One release stops before its go, before it goes live,
 * before its second wave, and before it is scored and closed; each time something forbidden is tried in a transaction
 * that is undone: with all guards in place the words of the one guard come of it, and without it there they do not. A
 * guard that nobody tried at a place where the code asks it fails the test.
 */
@ProcessTest
class GuardsTakenOutTest {
    private static final Gate SECURITY = new Gate("SECURITY_APPROVAL");
    private static final Actor ANNA = new Actor("anna");
    private static final Actor CARL = new Actor("carl");
    private static final Actor OLGA = new Actor("olga");
    private static final Actor RITA = new Actor("rita");
    private static final SiteId ZURICH = Breaches.ZURICH;
    private static final String WINDOW_ENDED = "before anything was installed";

    @Autowired
    private TakingOut guards;

    @Autowired
    private Bank bank;

    @Autowired
    private IdentityService identities;

    @Autowired
    private TaskService tasks;

    @Autowired
    @Qualifier("submitRelease")
    private JavaDelegate submitRelease;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Releases releases;

    @Autowired
    private Approvals approvals;

    @Autowired
    private GateRegister gates;

    @Autowired
    private GoNoGo goNoGo;

    @Autowired
    private Audits audits;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Rollouts rollouts;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private Library library;

    @Autowired
    private EventLog log;

    @Autowired
    private List<EventReader> readers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private ReleaseNumber release = new ReleaseNumber("REL-2026-0001");
    private Missed missed;

    @BeforeEach
    void nothingIsTriedYet() {
        missed = new Missed(guards, transactions);
    }

    @AfterEach
    void everythingIsAsBefore() {
        guards.putBack();
        bank.endsEverything();
        ClockUtil.reset();
    }

    @Test
    void whichever_guard_is_taken_out_something_forbidden_happens() throws IOException {
        bank.everySiteRunsTheBaseline();
        Story story = bank.release("mara", "Nobody looks");
        release = story.number();
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Check whole files"))
                .goesToItsAcceptance()
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr");
        theGoIsGuarded();
        aSecondPassIsGuarded();
        whatHappensIsRead();

        story.givesGo("carl");
        whoLeavesIsReplaced();

        story.confirmsReadiness("nils").confirmsReadiness("zoe").is(ReleaseState.PREPARED);
        goingLiveIsGuarded();

        story.signsAudit("anna").is(ReleaseState.IN_ROLLOUT);
        everyWaveIsGuarded();

        story.reachesNextTimer()
                .reachesNextTimer()
                .is(ReleaseState.DEPLOYED)
                .signsAudit("anna")
                .reachesNextTimer()
                .waitsAt("ScoreObjectives");
        closingIsGuarded();

        missed.everythingWasTried();
    }

    private void theGoIsGuarded() {
        missed.assertThat(this::go).isEqualTo("Done[]");
        missed.without("LedgeredGoNoGo.held", "sitesAsPlanned", "predecessor-changed", () -> {
            cmdb.authorise(ZURICH, releases.submitted(release).revision(Bank.UNIT), null);
            cmdb.observed(
                    ZURICH,
                    Bank.UNIT,
                    Content.of(releases.submitted(release).revision(Bank.UNIT)),
                    true,
                    clock.instant());
            return go();
        });
        missed.without("LedgeredGoNoGo.held", "nothingFallsBack", "downgrades-site", () -> {
            breaches.somethingLaterRuns();
            return go();
        });
        missed.without("LedgeredGoNoGo.held", "fitsBeside", "they would meet at new-york", () -> {
            breaches.somethingRunsThatConflicts();
            return go();
        });
        missed.without("LedgeredGoNoGo.reserved", "storedReservations", "reserved-by-another", () -> {
            anotherReserved();
            return go();
        });
        missed.without("Guards.reserve", "storedReservations", "reserved-by-another", () -> {
            approvals.decide(release, Gate.GO_LIVE, CARL, true, "Tests passed.");
            anotherReserved();
            return goNoGo.authorise(release).toString();
        });
        missed.without(
                "Guards.move",
                "requiredGatesPassed",
                "'go live' is not decided",
                () -> releases.move(release, ReleaseState.AUTHORISED).toString());
        missed.without("Submissions.conditions", "passableGates", "nobody of the group change-manager", () -> {
            assertThat(releases.move(release, ReleaseState.SUBMITTED)).hasToString("Done[]");
            everybodyLeaves(Roles.CHANGE_MANAGER);
            return submitsAgain();
        });
        missed.without("Guards.giveBack", "storedReservations", "holds 0", () -> {
            go();
            assertThat(goNoGo.authorise(release)).hasToString("Done[]");
            assertThat(releases.move(release, ReleaseState.SUBMITTED)).hasToString("Done[]");
            return "holds " + bank.reservedFor(release);
        });
        for (String source : List.of("planBindings", "releaseBindings", "predecessors")) {
            missed.without("StoredApprovals.present", source, "Granted", () -> {
                go();
                return String.valueOf(approvals.standing(release, Gate.GO_LIVE));
            });
        }
    }

    private void aSecondPassIsGuarded() {
        String place = "StoredApprovals.leftOver";
        missed.without(place, "planBindings", "not to WINDOW", () -> bound(ReleaseState.SUBMITTED, Aspect.WINDOW));
        missed.without(
                place, "predecessors", "not to PREDECESSORS", () -> bound(ReleaseState.IN_BUILD, Aspect.PREDECESSORS));
        missed.silent(place, "releaseBindings", "not to SCOPE", () -> bound(ReleaseState.SUBMITTED, Aspect.SCOPE));
    }

    /** Whether a group's word binds to that when the release has gone back. */
    private String bound(ReleaseState to, Aspect aspect) {
        assertThat(releases.move(release, to)).hasToString("Done[]");
        gates.enter(SECURITY, "Security approves");
        approvals.decide(release, SECURITY, "security-officer", CARL, true, "", Map.of());
        return approvals.of(release).getLast().bindings().keySet().stream()
                .filter(bound -> bound.aspect() == aspect)
                .findFirst()
                .map(bound -> "bound")
                .orElse("not to " + aspect);
    }

    private String submitsAgain() {
        var process = (DelegateExecution) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DelegateExecution.class},
                (proxy, method, arguments) -> method.getReturnType().equals(Map.class)
                        ? Map.of()
                        : method.getName().equals("getProcessBusinessKey") ? release.value() : null);
        try {
            submitRelease.execute(process);
            return "submitted";
        } catch (BpmnError refused) {
            return String.valueOf(refused.getMessage());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void anotherReserved() {
        ReleaseNumber other = releases.draft(RITA, "Another one", "It was first");
        jdbc.sql("insert into slipway.reservation (release, unit, site, since) values (?, ?, ?, now())")
                .params(other.value(), Bank.UNIT.value(), ZURICH.value())
                .update();
    }

    private String go() {
        return goNoGo.decide(release, CARL, GoNoGo.Decision.GO, "Tests passed.").toString();
    }

    private void whatHappensIsRead() {
        missed.without(TakingOut.LOG, "voidWatch", "ApprovalVoided", () -> {
            breaches.change(release, Rfc.Status.APPROVED, "Another criterion.");
            read(() -> releases.move(release, ReleaseState.SUBMITTED));
            return log.of(release).toString();
        });
        missed.without(TakingOut.LOG, "quarantineWatch", "RevisionRecalled", () -> {
            UnitRevision revision = releases.submitted(release).revision(Bank.UNIT);
            read(() -> library.attestScan(revision, new Actor("sofia"), false, "clamd 1.6", "Found today"));
            return log.of(release).toString();
        });
        missed.without(TakingOut.LOG, "strandedGates", "GateStranded", () -> {
            everybodyLeaves(Roles.CHANGE_MANAGER);
            read(() -> releases.move(release, ReleaseState.SUBMITTED));
            return log.of(release).toString();
        });
        missed.without(TakingOut.LOG, "noticeReader", "NoticesQueued", () -> {
            read(() -> approvals.decide(release, Gate.GO_LIVE, CARL, false, "Too early"));
            return log.of(release).toString();
        });
        missed.without(TakingOut.LOG, "historyReader", "Too early", () -> {
            read(() -> approvals.decide(release, Gate.GO_LIVE, CARL, false, "Too early"));
            return jdbc.sql("select sentence from slipway.history_line where release = ?")
                    .param(release.value())
                    .query(String.class)
                    .list()
                    .toString();
        });
    }

    private void whoLeavesIsReplaced() {
        missed.without(TakingOut.LOG, "passedOn", "ReadinessPassedOn", () -> {
            leaves("nils", Roles.SITE_COORDINATOR);
            return log.of(release).toString();
        });
        missed.without(TakingOut.LOG, "renewedOffers", Roles.SITE_COORDINATOR.group(), () -> {
            leaves("nils", Roles.SITE_COORDINATOR);
            return SystemScope.call(() -> tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(release.value())
                    .taskDefinitionKey("Task_ConfirmReadiness")
                    .taskCandidateGroup(Roles.SITE_COORDINATOR.group())
                    .list()
                    .stream()
                    .map(task -> Roles.SITE_COORDINATOR.group())
                    .collect(Collectors.joining(" ", "offered to ", "")));
        });
    }

    private void everybodyLeaves(Roles role) {
        SystemScope.call(() ->
                        identities.createUserQuery().memberOfGroup(role.group()).list())
                .forEach(person -> leaves(person.getId(), role));
    }

    private void leaves(String account, Roles role) {
        SystemScope.run(() -> identities.deleteMembership(account, role.group()));
        EventLog.Entry left =
                log.since(Instant.EPOCH, List.of(AccountEvent.GroupLeft.class)).getLast();
        readers.forEach(reader -> reader.read(left));
    }

    /** What is written to the log by this is read by every reader, as if it were committed. */
    private void read(Runnable happening) {
        int before = log.of(release).size();
        happening.run();
        List<EventLog.Entry> all = log.of(release);
        all.subList(before, all.size()).forEach(entry -> readers.forEach(reader -> reader.read(entry)));
    }

    private void goingLiveIsGuarded() {
        missed.assertThat(() -> goesLiveDespite(() -> {})).isEqualTo("Done[]");
        conditionsAreAskedAt("Guards.goLive", this::goesLiveDespite);
        missed.without("Guards.goLive", "roomForFirstWave", WINDOW_ENDED, this::goesLiveAfterItsWindow);
    }

    /** The same conditions are asked again before each wave. */
    private void everyWaveIsGuarded() {
        missed.assertThat(() -> secondWaveDespite(() -> {})).isEqualTo("Started[sites=2]");
        conditionsAreAskedAt("WaveChecks.unmet", this::secondWaveDespite);
        missed.silent(
                "WaveChecks.unmet", "roomForFirstWave", WINDOW_ENDED, () -> later(() -> secondWaveDespite(() -> {})));
    }

    private void conditionsAreAskedAt(String place, Function<Runnable, String> despite) {
        breaches.of(release)
                .forEach((guard, breach) ->
                        missed.without(place, guard, breach.words(), () -> despite.apply(breach.deed())));
    }

    private String goesLiveAfterItsWindow() {
        return later(() -> goesLiveDespite(() -> {}));
    }

    private static String later(Supplier<String> attempt) {
        ClockUtil.offset(Duration.ofHours(5).toMillis());
        try {
            return attempt.get();
        } finally {
            ClockUtil.reset();
        }
    }

    private String secondWaveDespite(Runnable breach) {
        assertThat(rollouts.soaked(release, 1)).isTrue();
        breach.run();
        return rollouts.startWave(release, 2).toString();
    }

    private String goesLiveDespite(Runnable breach) {
        audits.sign(release, Phase.BEFORE, ANNA, "");
        assertThat(audits.record(release, Phase.BEFORE)).hasToString("Done[]");
        breach.run();
        return releases.move(release, ReleaseState.IN_ROLLOUT).toString();
    }

    private void closingIsGuarded() {
        missed.assertThat(() -> closes(true, true, true)).isEqualTo("Optional[SUCCESS]");
        missed.without("Closing.close", "sitesOutcome", "SUCCESS", () -> closes(true, true, true));
        missed.without("Closing.close", "objectivesMissed", "FAILED", () -> {
            reviews.score(release, OLGA, List.of(Goals.MISSED), "Slower than before");
            return closes(false, true, true);
        });
        missed.without("Closing.close", "rfcTakenBack", "WITH_ISSUES", () -> {
            breaches.change(release, Rfc.Status.REJECTED, "The tellers say so.");
            return closes(true, true, true);
        });
        missed.without("Closing.close", "recalledOutcome", "WITH_ISSUES", () -> {
            breaches.recall(release);
            return closes(true, true, true);
        });
        missed.without("Guards.closing", "objectivesScored", "objectives-scored", () -> closes(false, true, true));
        missed.without("Guards.closing", "lessonsRecorded", "lessons-recorded", () -> closes(true, false, true));
        missed.without("Guards.closing", "reviewHeld", "review-held", () -> closes(true, true, false));
        missed.without("Guards.closing", "everySiteDecided", "sites-open", () -> {
            jdbc.sql("update slipway.site_target set state = 'DISTRIBUTED' where release = ? and site = 'zurich'")
                    .param(release.value())
                    .update();
            return closes(true, true, true);
        });
        missed.without("Guards.closing", "auditedAfter", "audit-after", () -> {
            audits.sendBack(release, Phase.AFTER, ANNA, "Looked at it again.");
            return closes(true, true, true);
        });
    }

    /** How the release ended, or why it may not. */
    private String closes(boolean scored, boolean learned, boolean concluded) {
        if (scored) {
            reviews.score(release, OLGA, List.of(Goals.MET), "");
        }
        if (learned) {
            reviews.recordLessons(release, RITA, "Small releases are calm releases.");
        }
        if (concluded) {
            reviews.conclude(release, CARL, "Went as planned.");
        } else {
            releases.move(release, ReleaseState.REVIEWED);
        }
        String closed = reviews.close(release).toString();
        return closed.equals("Done[]") ? releases.submitted(release).outcome().toString() : closed;
    }
}
