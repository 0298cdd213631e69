package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.approval.GoNoGo;
import slipway.audit.Audits;
import slipway.audit.Phase;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.review.Reviews;
import slipway.rollout.Rollouts;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.testing.ProcessTest;

/**
 * No guard can be taken out unnoticed. One release stops before its go, before it goes live, and before it is scored and
 * closed; at each place something forbidden is tried in a transaction that is undone: with all guards in place what is
 * expected comes of it, and without the one guard it does not. A guard that nobody tried fails the test.
 */
@ProcessTest
class GuardsTakenOutTest {
    private static final Actor ANNA = new Actor("anna");
    private static final Actor CARL = new Actor("carl");
    private static final Actor OLGA = new Actor("olga");
    private static final Actor RITA = new Actor("rita");
    private static final Actor TOM = new Actor("tom");
    private static final SiteId ZURICH = new SiteId("zurich");

    @Autowired
    private TakingOut guards;

    @Autowired
    private Bank bank;

    @Autowired
    private Releases releases;

    @Autowired
    private Approvals approvals;

    @Autowired
    private GoNoGo goNoGo;

    @Autowired
    private Audits audits;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Rollouts rollouts;

    @Autowired
    private Changes changes;

    @Autowired
    private Cmdb cmdb;

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

    private final SoftAssertions found = new SoftAssertions();
    private final Set<String> tried = new TreeSet<>();
    private ReleaseNumber release = new ReleaseNumber("REL-2026-0001");
    private RfcNumber rfc = new RfcNumber("RFC-1");

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
        rfc = new RfcNumber(bank.approvedRfc("Check whole files"));
        story.confirmsScope("rita", bank.tag(Map.of()), rfc.value())
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .attestsScan("sofia")
                .judgesTests("tom")
                .acceptsForBusiness("olga")
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr");
        theGoIsGuarded();
        whatHappensIsRead();

        story.givesGo("carl").confirmsReadiness("nils").confirmsReadiness("zoe").is(ReleaseState.PREPARED);
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

        found.assertThat(tried).as("guards that were tried").isEqualTo(guards.guards());
        found.assertAll();
    }

    private void theGoIsGuarded() {
        found.assertThat(undone(this::go)).isEqualTo("Done[]");
        missed("sitesAsPlanned", "predecessor-changed", () -> {
            cmdb.authorise(ZURICH, releases.submitted(release).revision(Bank.UNIT), null);
            cmdb.observed(
                    ZURICH,
                    Bank.UNIT,
                    Content.of(releases.submitted(release).revision(Bank.UNIT)),
                    true,
                    clock.instant());
            return go();
        });
        missed("storedReservations", "reserved-by-another", () -> {
            ReleaseNumber other = releases.draft(RITA, "Another one", "It was first");
            jdbc.sql("insert into slipway.reservation (release, unit, site, since) values (?, ?, ?, now())")
                    .params(other.value(), Bank.UNIT.value(), ZURICH.value())
                    .update();
            return go();
        });
        for (String source : List.of("planBindings", "releaseBindings", "predecessors")) {
            missed(source, "Granted", () -> {
                go();
                return String.valueOf(approvals.standing(release, Gate.GO_LIVE));
            });
        }
    }

    private String go() {
        return goNoGo.decide(release, CARL, GoNoGo.Decision.GO, "Tests passed.").toString();
    }

    private void whatHappensIsRead() {
        missed("voidWatch", "ApprovalVoided", () -> {
            changes.register(rfc(Rfc.Status.APPROVED, "Another criterion."));
            read(() -> releases.move(release, ReleaseState.SUBMITTED));
            return log.of(release).toString();
        });
        missed("noticeReader", "NoticesQueued", () -> {
            read(() -> approvals.decide(release, Gate.GO_LIVE, CARL, false, "Too early"));
            return log.of(release).toString();
        });
        missed("historyReader", "Too early", () -> {
            read(() -> approvals.decide(release, Gate.GO_LIVE, CARL, false, "Too early"));
            return jdbc.sql("select sentence from slipway.history_line where release = ?")
                    .param(release.value())
                    .query(String.class)
                    .list()
                    .toString();
        });
    }

    /** What is written to the log by this is read by every reader, as if it were committed. */
    private void read(Runnable happening) {
        int before = log.of(release).size();
        happening.run();
        List<EventLog.Entry> all = log.of(release);
        all.subList(before, all.size()).forEach(entry -> readers.forEach(reader -> reader.read(entry)));
    }

    private void goingLiveIsGuarded() {
        found.assertThat(undone(() -> goesLiveDespite(() -> {}))).isEqualTo("Done[]");
        missed(
                "approvedRfcs",
                "rfcs-still-approved",
                () -> goesLiveDespite(() -> changes.register(rfc(Rfc.Status.REJECTED, "The tellers say so."))));
        missed(
                "acceptedRevision",
                "has no test verdict that stands",
                () -> goesLiveDespite(() -> approvals.decide(
                        new PartId(release, Bank.UNIT), Gate.TEST_VERDICT, TOM, false, "Looked at it again.")));
        missed(
                "requiredGatesPassed",
                "baseline",
                () -> goesLiveDespite(
                        () -> approvals.decide(release, Gate.PLAN_BASELINE, CARL, false, "Thought better of it.")));
        missed(
                "goStands",
                "go live",
                () -> goesLiveDespite(() -> {
                    tableDemandsNothingButTheBaseline();
                    approvals.decide(release, Gate.GO_LIVE, CARL, false, "Thought better of it.");
                }));
        missed("everybodyReady", "ready", () -> goesLiveDespite(() -> coordinates("tom")));
        missed(
                "auditedBefore",
                "audit",
                () -> goesLiveDespite(() -> audits.sendBack(release, Phase.BEFORE, ANNA, "Looked at it again.")));
        missed("roomForFirstWave", "The approved window ended", () -> {
            try {
                return goesLiveDespite(
                        () -> ClockUtil.offset(Duration.ofHours(5).toMillis()));
            } finally {
                ClockUtil.reset();
            }
        });
    }

    /** The same conditions are asked again before each wave. */
    private void everyWaveIsGuarded() {
        found.assertThat(undone(() -> rollouts.startWave(release, 2).toString()))
                .isEqualTo("Started[sites=2]");
        missed("approvedRfcs", "rfcs-still-approved", () -> {
            changes.register(rfc(Rfc.Status.REJECTED, "The tellers say so."));
            return rollouts.startWave(release, 2).toString();
        });
    }

    private String goesLiveDespite(Runnable breach) {
        audits.sign(release, Phase.BEFORE, ANNA, "");
        assertThat(audits.record(release, Phase.BEFORE)).hasToString("Done[]");
        breach.run();
        return releases.move(release, ReleaseState.IN_ROLLOUT).toString();
    }

    private void tableDemandsNothingButTheBaseline() {
        jdbc.sql("""
                        insert into slipway.decision_taken (at, release, process_instance, decision_key, definition_id,
                                                            definition_version, inputs, matched_rules, results)
                        values (now(), ?, '', 'required-approvals', '', 1, '{}', '[]', '[{"gate": "PLAN_BASELINE"}]')
                        """).param(release.value()).update();
    }

    private void coordinates(String somebodyElse) {
        Site site = cmdb.site(ZURICH);
        cmdb.registerSite(new Site(
                site.id(),
                site.name(),
                site.zone(),
                new Actor(somebodyElse),
                site.mandatory(),
                site.disasterRecovery(),
                site.channel(),
                site.address()));
    }

    private void closingIsGuarded() {
        found.assertThat(undone(() -> closes(true, true, true))).isEqualTo("Optional[SUCCESS]");
        missed("sitesOutcome", "SUCCESS", () -> closes(true, true, true));
        missed("objectivesMissed", "FAILED", () -> {
            reviews.score(release, OLGA, List.of(false), "Slower than before");
            return closes(false, true, true);
        });
        missed("rfcTakenBack", "WITH_ISSUES", () -> {
            changes.register(rfc(Rfc.Status.REJECTED, "The tellers say so."));
            return closes(true, true, true);
        });
        missed("objectivesScored", "objectives-scored", () -> closes(false, true, true));
        missed("lessonsRecorded", "lessons-recorded", () -> closes(true, false, true));
        missed("reviewHeld", "review-held", () -> closes(true, true, false));
        missed("everySiteDecided", "sites-open", () -> {
            jdbc.sql("update slipway.site_target set state = 'DISTRIBUTED' where release = ? and site = 'zurich'")
                    .param(release.value())
                    .update();
            return closes(true, true, true);
        });
        missed("auditedAfter", "audit", () -> {
            audits.sendBack(release, Phase.AFTER, ANNA, "Looked at it again.");
            return closes(true, true, true);
        });
    }

    /** How the release ended, or why it may not. */
    private String closes(boolean scored, boolean learned, boolean concluded) {
        if (scored) {
            reviews.score(release, OLGA, List.of(true), "");
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

    private Rfc rfc(Rfc.Status status, String criterion) {
        return new Rfc(rfc, "Check whole files", Bank.UNIT, Rfc.Impact.LOW, false, status, List.of(criterion));
    }

    private void missed(String guard, String expected, Supplier<String> attempt) {
        tried.add(guard);
        found.assertThat(undone(attempt)).as(guard + " in its place").contains(expected);
        guards.takeOut(guard);
        try {
            found.assertThat(undone(attempt)).as("without " + guard).doesNotContain(expected);
        } finally {
            guards.putBack();
        }
    }

    private String undone(Supplier<String> attempt) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return attempt.get();
        }));
    }
}
