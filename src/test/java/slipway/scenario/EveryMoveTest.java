package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.cmdb.Cmdb;
import slipway.engine.gate.Entry;
import slipway.engine.gate.ModelSet;
import slipway.event.EventLog;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Content;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;
import slipway.testing.ProcessTest;

/**
 * Every move of the release's state table can be taken in the running product. One release goes all the way; wherever it
 * stands, each way back and out is taken in a transaction that is undone. Where no process of ours stands still, a
 * process owner's does: a question after the baseline, and one after each audit.
 */
@ProcessTest
class EveryMoveTest {
    private static final String WAVES = "1: zurich\n2: new-york, singapore-dr";

    @Autowired
    private OwnModels models;

    @Autowired
    private Bank bank;

    @Autowired
    private Releases releases;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Set<Move> taken = new TreeSet<>();

    @BeforeEach
    void remember() throws IOException {
        bank.everySiteRunsTheBaseline();
    }

    @AfterEach
    void everythingIsAsBefore() {
        bank.endsEverything();
        models.remove();
        ClockUtil.reset();
    }

    @Test
    void every_move_of_the_state_table_is_taken_by_a_release() throws IOException {
        assertThat(models.enter(withQuestions())).isInstanceOf(Entry.Entered.class);
        goesThroughEverything();
        cannotBeReturnedAtFirst();
        Set<Move> missing = Move.ofTable();
        missing.removeAll(taken);
        assertThat(missing).as("moves of the table that no release took").isEmpty();
    }

    private void goesThroughEverything() throws IOException {
        String gone = bank.approvedRfc("Taken back");
        Story story = bank.release("mara", "Goes everywhere");
        leavesBeforeItsPlan(story);
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Kept"), gone);
        leavesBeforeItsPlan(story);
        story.draftsPlan("rita").approvesBaseline("carl").is(ReleaseState.PLANNED);
        leavesInItsPreparation(story, gone);
        answers(story).is(ReleaseState.IN_BUILD).waitsAt("AttestScan");
        leavesInItsPreparation(story, gone);
        story.attestsScan("sofia").is(ReleaseState.IN_TEST);
        leavesWhenMade(story, gone);
        story.judgesTests("tom").acceptsForBusiness("olga").is(ReleaseState.ACCEPTED);
        leavesWhenMade(story, gone);
        story.arrangesWaves("rita", WAVES).is(ReleaseState.SCHEDULED);
        leavesWhenMade(story, gone);
        undone(
                story,
                () -> story.does("carl", "GiveGoNoGo", Map.of("decision", "CANCEL", "reason", "Not needed"))
                        .is(ReleaseState.CANCELLED)
                        .waitsAt());
        story.givesGo("carl").is(ReleaseState.AUTHORISED);
        leavesWithItsGo(story, gone);
        story.confirmsReadiness("nils").confirmsReadiness("zoe").is(ReleaseState.PREPARED);
        leavesWithItsGo(story, gone);
        story.signsAudit("anna").is(ReleaseState.PRE_AUDITED);
        leavesWithItsGo(story, gone);
        answers(story).is(ReleaseState.IN_ROLLOUT);
        isHeldBeforeItsSecondWave(story);
        stopsAndGoesOn(story, ReleaseState.IN_ROLLOUT);
        endsHere(story);
        story.reachesNextTimer().reachesNextTimer().is(ReleaseState.DEPLOYED);
        stopsAndGoesOn(story, ReleaseState.DEPLOYED);
        story.signsAudit("anna").is(ReleaseState.POST_AUDITED);
        // Nothing is left of its audit, so that its early life begins.
        stopsAndGoesOn(story, ReleaseState.EARLY_LIFE);
        answers(story).is(ReleaseState.EARLY_LIFE);
        stopsAndGoesOn(story, ReleaseState.EARLY_LIFE);
        closesAtTheSecondTry(story);
        tells(story);
    }

    private void leavesBeforeItsPlan(Story story) {
        undone(
                story,
                () -> raises(story, "rita", "CancelRelease", Map.of("reason", "Not needed"))
                        .is(ReleaseState.CANCELLED)
                        .waitsAt());
        undone(
                story,
                () -> raises(story, "carl", "CancelRelease", Map.of("reason", "Not needed"))
                        .is(ReleaseState.REJECTED)
                        .waitsAt());
    }

    private void leavesInItsPreparation(Story story, String rfc) {
        undone(
                story,
                () -> raises(story, "rita", "CancelRelease", Map.of("reason", "Not needed"))
                        .is(ReleaseState.CANCELLED)
                        .waitsAt());
        undone(
                story,
                () -> story.raises(
                                "carl",
                                "WithdrawRfc",
                                Map.of("rfc", rfc, "status", "WITHDRAWN", "reason", "Not needed"))
                        .is(ReleaseState.SUBMITTED)
                        .waitsAt("ConfirmScope"));
    }

    private void leavesWhenMade(Story story, String rfc) {
        leavesInItsPreparation(story, rfc);
        UnitRevision made = releases.submitted(story.number()).revision(Bank.UNIT);
        undone(
                story,
                () -> story.raises(
                                "sofia",
                                "RecallRevision",
                                Map.of("unit", Bank.UNIT.value(), "version", made.version(), "reason", "A key leaked"))
                        .is(ReleaseState.IN_BUILD)
                        .waitsAt("RepairBuild"));
    }

    private void leavesWithItsGo(Story story, String rfc) {
        leavesWhenMade(story, rfc);
        undone(
                story,
                () -> raises(
                                story,
                                "rita",
                                "RescheduleRelease",
                                Map.of("to", "SCHEDULED", "reason", "Trains do not run"))
                        .is(ReleaseState.SCHEDULED)
                        .waitsAt("ArrangeWaves"));
    }

    /** Somebody changed a site meanwhile, so its wave does not begin. */
    private void isHeldBeforeItsSecondWave(Story story) {
        undone(story, () -> {
            cmdb.observed(new SiteId("new-york"), Bank.UNIT, new Content.Absent(), true, Stage.now());
            story.reachesNextTimer().is(ReleaseState.PAUSED).waitsAt("DecideOnPausedRollout");
            assertThat(story.shows("rita", "DecideOnPausedRollout", "why")).contains("predecessor");
        });
    }

    private void stopsAndGoesOn(Story story, ReleaseState state) {
        undone(
                story,
                () -> story.stops("igor", "One moment")
                        .is(ReleaseState.PAUSED)
                        .waitsAt("DecideOnPausedRollout")
                        .decidesOnPause("carl", "RESUME")
                        .is(state));
    }

    private void endsHere(Story story) {
        undone(story, () -> {
            Map<String, Object> enough = Map.of("decision", "END_HERE", "reason", "Enough");
            story.stops("igor", "Enough")
                    .does("rita", "DecideOnPausedRollout", enough)
                    .does("carl", "DecideOnPausedRollout", enough)
                    .is(ReleaseState.DEPLOYED)
                    .waitsAt("SignAudit");
        });
    }

    /** A site that is not through holds the closing; it is asked for again when it is. */
    private void closesAtTheSecondTry(Story story) {
        story.reachesNextTimer().scoresObjectives("olga").recordsLessons("rita");
        zurichIs(story, "DISTRIBUTED");
        story.reviews("carl").is(ReleaseState.REVIEWED).waitsAt("ClearClosing");
        assertThat(story.shows("rita", "ClearClosing", "review")).contains("zurich");
        stopsAndGoesOn(story, ReleaseState.REVIEWED);
        zurichIs(story, "VERIFIED");
        story.does("rita", "ClearClosing", Map.of("remark", "Zürich was looked at"))
                .isClosed(Outcome.SUCCESS);
    }

    private void zurichIs(Story story, String state) {
        jdbc.sql("update slipway.site_target set state = ? where release = ? and site = 'zurich'")
                .params(state, story.number().value())
                .update();
    }

    /** Everything is to return when nothing came yet, and again when a site's folder is broken. */
    private void cannotBeReturnedAtFirst() throws IOException {
        Story story = bank.release("mara", "Cannot be returned at first");
        Instant opens = Stage.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
        answers(story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Returned"))
                .draftsPlan("rita", Map.of("start", opens.toString()))
                .approvesBaseline("carl"));
        story.attestsScan("sofia")
                .judgesTests("tom")
                .acceptsForBusiness("olga")
                .arrangesWaves("rita", WAVES)
                .givesGo("carl")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna");
        answers(story).is(ReleaseState.IN_ROLLOUT);
        leavesBeforeAnySiteIsSwitched(story);
        undone(
                story,
                () -> story.stops("igor", "It harms")
                        .decidesOnPause("rita", "BACK_OUT_ALL")
                        .is(ReleaseState.BACKING_OUT)
                        .signsAudit("anna")
                        .is(ReleaseState.POST_AUDITED));
        story.reachesNextTimer().stops("igor", "It harms");
        Breakage breakage = Breakage.of(cmdb.site(new SiteId("zurich")).folder());
        breakage.breakSite();
        story.decidesOnPause("rita", "BACK_OUT_ALL")
                .is(ReleaseState.BACKOUT_FAILED)
                .waitsAt("RepairSite");
        breakage.repair();
        story.repairsSite("dana").waitsAt("SignAudit").signsAudit("anna").is(ReleaseState.POST_AUDITED);
        tells(story);
    }

    private void leavesBeforeAnySiteIsSwitched(Story story) {
        Map<String, Object> reason = Map.of("reason", "Not needed");
        undone(
                story,
                () -> raises(story, "rita", "CancelRelease", reason)
                        .is(ReleaseState.CANCELLED)
                        .waitsAt());
        undone(
                story,
                () -> raises(story.stops("igor", "It harms"), "carl", "CancelRelease", reason)
                        .is(ReleaseState.CANCELLED)
                        .waitsAt());
    }

    private static Story raises(Story story, String person, String process, Map<String, Object> entries) {
        Map<String, Object> all = new HashMap<>(entries);
        all.put("release", story.number().value());
        return story.raises(person, process, all);
    }

    /** The question of the process owner, wherever it stands. */
    private static Story answers(Story story) {
        String number = story.number().value();
        story.stage().complete(number, "ivan", "WeighRisk", Map.of("risk", "LOW", "why", "Calm"));
        story.stage().settle(number);
        return story;
    }

    private void undone(Story story, Runnable deed) {
        Instant now = Stage.now();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            deed.run();
            tells(story);
        });
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** What the log says of it is what it did. */
    private void tells(Story story) {
        log.of(story.number()).stream()
                .map(EventLog.Entry::event)
                .flatMap(Move::toldBy)
                .forEach(taken::add);
    }

    private static Map<String, String> withQuestions() throws IOException {
        Map<String, String> models = new TreeMap<>(ModelSet.shipped().files());
        models.compute(
                "bpmn/planning/plan-release.bpmn",
                (file, model) -> asking(Objects.requireNonNull(model), "Task_PublishBaseline", "Event_Planned"));
        models.compute(
                "bpmn/audit/audit-sites.bpmn",
                (file, model) -> asking(Objects.requireNonNull(model), "Task_RecordAudit", "Event_Audited"));
        models.put(
                "forms/approval/weigh-risk.form",
                new ClassPathResource("slipway/scenario/weigh-risk.form").getContentAsString(StandardCharsets.UTF_8));
        return models;
    }

    /** The model with a question between a task and the end after it. */
    private static String asking(String model, String task, String end) {
        String direct = "sourceRef=\"" + task + "\" targetRef=\"" + end + "\"";
        assertThat(model).contains(direct);
        return model.replace(direct, "sourceRef=\"" + task + "\" targetRef=\"Task_WeighRisk\"")
                .replace("<bpmn:endEvent id=\"" + end + "\"", """
                        <bpmn:userTask id="Task_WeighRisk" name="Weigh risk" camunda:formRef="weigh-risk"
                            camunda:formRefBinding="deployment" camunda:candidateGroups="it-manager">
                          <bpmn:extensionElements><camunda:properties>
                            <camunda:property name="records" value="askPeople" />
                            <camunda:property name="routes" value="risk,late" />
                            <camunda:property name="dueIn" value="P1D" />
                          </camunda:properties></bpmn:extensionElements>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="Flow_Weighed" sourceRef="Task_WeighRisk" targetRef="%1$s" />
                        <bpmn:endEvent id="%1$s\"""".formatted(end));
    }
}
