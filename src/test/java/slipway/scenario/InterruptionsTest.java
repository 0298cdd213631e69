package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.event.EventLog;
import slipway.event.EventReaders;
import slipway.interruption.InterruptionEvent;
import slipway.interruption.Interruptions;
import slipway.library.Library;
import slipway.release.Outcome;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.rollout.RolloutEvent;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.RfcNumber;
import slipway.shared.UnitRevision;
import slipway.testing.ProcessTest;

/** People interrupt releases from outside their processes, and the processes go where the records are. */
@ProcessTest
class InterruptionsTest {
    private static final String WAVES = "1: zurich\n2: new-york, singapore-dr";

    @Autowired
    private Bank bank;

    @Autowired
    private Releases releases;

    @Autowired
    private Changes changes;

    @Autowired
    private Library library;

    @Autowired
    private EventLog log;

    @Autowired
    private EventReaders readers;

    @Autowired
    private Interruptions interruptions;

    @BeforeEach
    void everySiteRunsTheBaseline() throws IOException {
        bank.everySiteRunsTheBaseline();
    }

    @AfterEach
    void timeIsNowAgain() {
        ClockUtil.reset();
        bank.endsEverything();
    }

    @Test
    void a_rollout_is_stopped_in_its_soak_and_people_decide_at_once_how_it_goes_on() throws IOException {
        String tag = bank.tag(Map.of());
        Story story = inRollout("Stopped in its soak", tag).siteShows("zurich", tag.substring(1));
        story.attemptToRaise("dana", "StopRollout", stop(story)).hasMessageContaining("not-a-starter");
        story.attemptToRaise("zoe", "StopRollout", Map.of("release", "REL-1999-0001", "reason", "Harm"))
                .hasMessageContaining("release-unknown");

        story.stops("zoe", "The branch has no cash").is(ReleaseState.PAUSED).waitsAt("DecideOnPausedRollout");
        assertThat(story.shows("rita", "DecideOnPausedRollout", "why"))
                .contains("Zoe Zurbriggen", "The branch has no cash");
        story.attemptToRaise("rita", "StopRollout", stop(story)).hasMessageContaining("nothing-to-stop");

        story.decidesOnPause("rita", "RESUME")
                .siteShowsNot("new-york", tag.substring(1))
                .reachesNextTimer()
                .siteShows("new-york", tag.substring(1))
                .reachesNextTimer()
                .is(ReleaseState.DEPLOYED);
        bank.noticesOf(story.number(), "Rollout stopped").isPositive();
        bank.noticesOf(story.number(), "Rollout paused").isZero();
    }

    @Test
    void whatever_interrupts_a_rollout_is_one_mail_a_person_that_names_cause_and_who_decides() throws IOException {
        String rfc = bank.approvedRfc("Taken back in its rollout");
        Story story = bank.release("mara", "Interrupted in each way");
        story.confirmsScope("rita", bank.tag(Map.of()), rfc)
                .goesToItsGo("1: zurich\n2: new-york\n3: singapore-dr")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna");
        UnitRevision revision = releases.submitted(story.number()).revision(Bank.UNIT);
        oneMailEach(story, "StopRollout", "zoe", stop(story), "Too risky now", "(stopped by Zoe Zurbriggen)");
        story.decidesOnPause("rita", "RESUME").is(ReleaseState.IN_ROLLOUT);
        oneMailEach(story, "ReportSeriousIncident", "igor", incident(story), "Cards are refused", "(by Igor Imhof)");
        story.decidesOnPause("rita", "RESUME").is(ReleaseState.IN_ROLLOUT);
        oneMailEach(story, "RecallRevision", "sofia", recall(revision), "A key leaked", "was recalled");
        oneMailEach(story, "WithdrawRfc", "carl", withdraw(rfc), rfc, "change manager and service owner decide");
    }

    @Test
    void an_rfc_taken_back_in_a_rollout_is_one_mail_a_person() throws IOException {
        String rfc = bank.approvedRfc("Taken back alone");
        Story story = bank.release("mara", "One RFC, taken back");
        story.confirmsScope("rita", bank.tag(Map.of()), rfc)
                .goesToItsGo(WAVES)
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna");
        oneMailEach(story, "WithdrawRfc", "carl", withdraw(rfc), rfc, "change manager and service owner decide");
    }

    private void oneMailEach(
            Story story, String process, String person, Map<String, Object> entries, String cause, String more) {
        Map<String, List<String>> before = bank.mailsOf(story.number());
        story.raises(person, process, entries).is(ReleaseState.PAUSED).waitsAt("DecideOnPausedRollout");
        Map<String, List<String>> after = bank.mailsOf(story.number());
        assertThat(after.keySet()).as("people told by " + process).contains("rita", "carl", "olga", "igor", "zoe");
        after.forEach((recipient, mails) -> assertThat(
                        mails.subList(before.getOrDefault(recipient, List.of()).size(), mails.size()))
                .as("mails to " + recipient + " because of " + process)
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains(cause, more, "stands", "decide")));
    }

    @Test
    void after_the_last_wave_a_serious_incident_stands_the_release_and_it_is_backed_out_and_audited_again()
            throws IOException {
        Map<String, Digest> before = bank.currentlyRunning();
        Story story = inRollout("Harms in its early life", bank.tag(Map.of()));
        story.reachesNextTimer().reachesNextTimer().is(ReleaseState.DEPLOYED);
        story.signsAudit("anna").is(ReleaseState.EARLY_LIFE);
        Map<String, Object> incident = incident(story);
        story.attemptToRaise("rita", "ReportSeriousIncident", incident).hasMessageContaining("not-a-starter");

        story.raises("igor", "ReportSeriousIncident", incident)
                .is(ReleaseState.PAUSED)
                .waitsAt("DecideOnPausedRollout");
        story.raises("igor", "ReportSeriousIncident", incident).waitsAt("DecideOnPausedRollout");
        assertThat(log.latest(story.number(), InterruptionEvent.SeriousIncidentReported.class))
                .hasValueSatisfying(told -> assertThat(told.words()).contains("INC-7", "Cards are refused"));

        story.decidesOnPause("rita", "BACK_OUT_ALL")
                .is(ReleaseState.BACKING_OUT)
                .waitsAt("SignAudit");
        assertThat(bank.currentlyRunning()).isEqualTo(before);
        story.signsAudit("anna").closes().isClosed(Outcome.BACKED_OUT);
    }

    @Test
    void a_release_stopped_anywhere_after_its_last_wave_goes_on_where_it_was() throws IOException {
        Story story = inRollout("Stopped over and over", bank.tag(Map.of()));
        story.reachesNextTimer().reachesNextTimer().is(ReleaseState.DEPLOYED);
        goesOn(story, ReleaseState.DEPLOYED, "SignAudit").signsAudit("anna");
        goesOn(story, ReleaseState.EARLY_LIFE).reachesNextTimer();
        goesOn(story, ReleaseState.EARLY_LIFE, "ScoreObjectives").scoresObjectives("olga");
        goesOn(story, ReleaseState.EARLY_LIFE, "RecordLessons").recordsLessons("rita");
        goesOn(story, ReleaseState.EARLY_LIFE, "RecordLessons")
                .recordsLessons("rita")
                .reviews("carl");
        story.isClosed(Outcome.SUCCESS);
    }

    @Test
    void a_release_that_stood_in_its_early_life_is_watched_for_what_was_left_of_it() throws IOException {
        Story story = inRollout("Stood in its early life", bank.tag(Map.of()));
        story.reachesNextTimer()
                .reachesNextTimer()
                .signsAudit("anna")
                .is(ReleaseState.EARLY_LIFE)
                .waitsAt();
        story.stops("igor", "One moment").is(ReleaseState.PAUSED).passes(Duration.ofHours(2));
        story.waitsAt("DecideOnPausedRollout")
                .decidesOnPause("carl", "RESUME")
                .is(ReleaseState.EARLY_LIFE)
                .waitsAt();
        story.reachesNextTimer().waitsAt("ScoreObjectives");
    }

    private Story goesOn(Story story, ReleaseState state, String... tasks) {
        story.stops("igor", "One moment").is(ReleaseState.PAUSED).waitsAt("DecideOnPausedRollout");
        return story.decidesOnPause("carl", "RESUME").is(state).waitsAt(tasks);
    }

    @Test
    void a_release_is_cancelled_in_any_phase_before_its_rollout_and_lets_go_of_everything() throws IOException {
        Map<String, Digest> before = bank.everythingInstalled();
        Story story = bank.release("mara", "Cancelled before its audit");
        String rfc = bank.approvedRfc("Cancelled");
        story.confirmsScope("rita", bank.tag(Map.of()), rfc)
                .goesToItsGo(WAVES)
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .waitsAt("SignAudit");
        story.attemptToRaise("olga", "CancelRelease", stop(story)).hasMessageContaining("not-a-starter");
        story.raises("rita", "CancelRelease", stop(story)).waitsAt().is(ReleaseState.CANCELLED);
        assertThat(story.stage().runs(story.number().value())).isFalse();
        assertThat(changes.claimants(new RfcNumber(rfc))).isEmpty();
        assertThat(bank.everythingInstalled()).isEqualTo(before);
        story.attemptToRaise("rita", "CancelRelease", stop(story)).hasMessageContaining("state-table");
        bank.noticesOf(story.number(), "Release cancelled").isPositive();
    }

    @Test
    void a_rollout_is_cancelled_until_a_site_is_switched_while_it_waits_and_while_it_stands() throws IOException {
        Map<String, Digest> before = bank.everythingInstalled();
        for (boolean stands : List.of(false, true)) {
            String rfc = bank.approvedRfc("Tomorrow");
            Story story = bank.release("mara", "Waits for its window");
            story.confirmsScope("rita", bank.tag(Map.of()), rfc)
                    .draftsPlan(
                            "rita",
                            Map.of(
                                    "start",
                                    Stage.now()
                                            .plus(Duration.ofHours(1))
                                            .truncatedTo(ChronoUnit.MINUTES)
                                            .toString()))
                    .approvesBaseline("carl")
                    .attestsScan("sofia")
                    .judgesTests("tom")
                    .acceptsForBusiness("olga")
                    .arrangesWaves("rita", WAVES)
                    .givesGo("carl")
                    .confirmsReadiness("nils")
                    .confirmsReadiness("zoe")
                    .signsAudit("anna")
                    .is(ReleaseState.IN_ROLLOUT);
            if (stands) {
                story.stops("igor", "One moment").waitsAt("DecideOnPausedRollout");
            }
            story.raises("rita", "CancelRelease", stop(story)).waitsAt().is(ReleaseState.CANCELLED);
            assertThat(story.stage().runs(story.number().value())).isFalse();
            assertThat(changes.claimants(new RfcNumber(rfc))).isEmpty();
            bank.noticesOf(story.number(), "Release cancelled").isPositive();
        }
        assertThat(bank.everythingInstalled()).isEqualTo(before);
    }

    @Test
    void what_is_planned_again_and_was_overtaken_meanwhile_has_its_scope_confirmed_again() throws IOException {
        String rfc = bank.approvedRfc("Overtaken");
        Story story = bank.release("mara", "Overtaken");
        story.confirmsScope("rita", bank.tag(Map.of()), rfc).goesToItsGo(WAVES);
        Map<String, Object> again =
                Map.of("release", story.number().value(), "to", "SUBMITTED", "reason", "Other dates");
        story.raises("rita", "RescheduleRelease", again).waitsAt("DraftPlan");
        inRollout("Faster", bank.tag(Map.of()));
        assertThat(catchThrowable(() -> story.draftsPlan("rita")))
                .hasMessageContaining("downgrades-site")
                .hasMessageContaining("its scope is confirmed first");
        story.stage().givesBack(story.number().value(), "DraftPlan");

        story.raises("rita", "RescheduleRelease", again)
                .is(ReleaseState.SUBMITTED)
                .waitsAt("ConfirmScope");
        assertThat(changes.claimants(new RfcNumber(rfc))).hasSize(1);
        story.confirmsScope("rita", bank.tag(Map.of()), rfc)
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .is(ReleaseState.IN_BUILD);
    }

    @Test
    void change_management_rejects_what_is_not_planned_yet_and_a_rollout_is_not_cancelled() throws IOException {
        Story draft = bank.release("mara", "Not wanted");
        draft.raises("carl", "CancelRelease", stop(draft))
                .is(ReleaseState.REJECTED)
                .waitsAt();
        bank.noticesOf(draft.number(), "Release cancelled").isPositive();

        Story live = inRollout("Too late to cancel", bank.tag(Map.of()));
        live.attemptToRaise("rita", "CancelRelease", stop(live))
                .hasMessageContaining("stop it and have all sites backed out");
        assertThat(rule(interruptions.reschedule(live.number(), new Actor("rita"), ReleaseState.SCHEDULED, "Late")))
                .isEqualTo("state-table");
    }

    @Test
    void an_rfc_taken_back_before_the_rollout_has_the_scope_confirmed_again_and_the_rest_goes_live()
            throws IOException {
        String kept = bank.approvedRfc("Kept");
        String gone = bank.approvedRfc("Gone");
        Story story = bank.release("mara", "One RFC less");
        story.confirmsScope("rita", bank.tag(Map.of()), kept, gone).goesToItsGo(WAVES);
        story.attemptToRaise("rita", "WithdrawRfc", withdraw(gone)).hasMessageContaining("not-a-starter");

        story.raises("carl", "WithdrawRfc", withdraw(gone))
                .is(ReleaseState.SUBMITTED)
                .waitsAt("ConfirmScope");
        bank.noticesOf(story.number(), "RFC taken back").isPositive();
        story.attemptToRaise("carl", "WithdrawRfc", withdraw(gone)).hasMessageContaining("rfc-ended");
        assertThat(story.shows("rita", "ConfirmScope", "rfcs")).contains(kept).doesNotContain(gone);
        story.confirmsScope(
                        "rita",
                        releases.part(new PartId(story.number(), Bank.UNIT)).source(),
                        kept)
                .waitsAt("DraftPlan");
        story.draftsPlan("rita")
                .approvesBaseline("carl")
                .waitsAt("AcceptForBusiness")
                .acceptsForBusiness("olga")
                .arrangesWaves("rita", WAVES)
                .givesGo("carl")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna")
                .reachesNextTimer()
                .reachesNextTimer()
                .signsAudit("anna")
                .closes()
                .isClosed(Outcome.SUCCESS)
                .rfcsAreImplemented(kept);
        assertThat(changes.find(new RfcNumber(gone))).map(Rfc::status).contains(Rfc.Status.WITHDRAWN);
    }

    @Test
    void a_release_that_came_back_to_its_scope_and_is_withdrawn_there_ends_and_everybody_reads_why()
            throws IOException {
        String gone = bank.approvedRfc("Its only one");
        Story story = bank.release("mara", "Withdrawn after its go");
        story.confirmsScope("rita", bank.tag(Map.of()), gone).goesToItsGo(WAVES);
        story.raises("carl", "WithdrawRfc", withdraw(gone)).waitsAt("ConfirmScope");
        story.attempt("rita", "ConfirmScope", Map.of("decision", "WITHDRAW")).hasMessageContaining("required-field");
        story.does("rita", "ConfirmScope", Map.of("decision", "WITHDRAW", "reason", "Nothing is left of it"))
                .is(ReleaseState.CANCELLED)
                .waitsAt();
        assertThat(story.stage().runs(story.number().value())).isFalse();
        Map<String, List<String>> mails = bank.mailsOf(story.number());
        assertThat(List.of("mara", "rita", "carl", "olga", "zoe", "nils"))
                .allSatisfy(person -> assertThat(
                                mails.getOrDefault(person, List.of("")).getLast())
                        .contains("Release cancelled", "Nothing is left of it", "(by Rita Rieder)"));
    }

    @Test
    void an_rfc_rejected_in_the_rollout_stands_it_until_change_manager_and_service_owner_agree() throws IOException {
        String gone = bank.approvedRfc("Rejected after all");
        String removing = bank.approvedRfc("Remove it again");
        Story story = bank.release("mara", "Rejected in its rollout");
        story.confirmsScope("rita", bank.tag(Map.of()), gone)
                .goesToItsGo(WAVES)
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna")
                .is(ReleaseState.IN_ROLLOUT);
        story.raises("carl", "WithdrawRfc", Map.of("rfc", gone, "status", "REJECTED", "reason", "Not lawful"))
                .is(ReleaseState.PAUSED)
                .waitsAt("DecideOnPausedRollout");
        assertThat(story.shows("rita", "DecideOnPausedRollout", "takenBack")).isEqualTo(gone);
        story.attempt("olga", "DecideOnPausedRollout", Map.of("decision", "END_HERE", "reason", "Enough"))
                .hasMessageContaining("removing-rfc-missing");
        Map<String, Object> ends =
                Map.of("decision", "END_HERE", "reason", "Enough", "removingRfcs", List.of(removing));
        story.does("olga", "DecideOnPausedRollout", ends).waitsAt("DecideOnPausedRollout");
        story.does("carl", "DecideOnPausedRollout", ends).is(ReleaseState.DEPLOYED);
        assertThat(log.latest(story.number(), RolloutEvent.PausedRolloutDecided.class))
                .hasValueSatisfying(
                        decided -> assertThat(decided.removedBy()).containsExactly(new RfcNumber(removing)));
    }

    @Test
    void what_was_taken_back_in_the_rollout_goes_on_to_its_end_where_change_manager_and_service_owner_decide_so()
            throws IOException {
        String gone = bank.approvedRfc("Withdrawn and wanted all the same");
        Story story = bank.release("mara", "Goes on all the same");
        story.confirmsScope("rita", bank.tag(Map.of()), gone)
                .goesToItsGo(WAVES)
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna");
        story.raises("carl", "WithdrawRfc", withdraw(gone))
                .is(ReleaseState.PAUSED)
                .waitsAt("DecideOnPausedRollout");
        story.decidesOnPause("olga", "RESUME").is(ReleaseState.PAUSED).waitsAt("DecideOnPausedRollout");
        story.decidesOnPause("carl", "RESUME")
                .is(ReleaseState.IN_ROLLOUT)
                .reachesNextTimer()
                .reachesNextTimer()
                .is(ReleaseState.DEPLOYED)
                .waitsAt("SignAudit");
    }

    @Test
    void a_recalled_revision_is_made_again_before_the_rollout() throws IOException {
        Story story = bank.release("mara", "Recalled before its rollout");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Recalled"))
                .goesToItsGo(WAVES);
        UnitRevision recalled = releases.submitted(story.number()).revision(Bank.UNIT);
        story.attemptToRaise("rita", "RecallRevision", recall(recalled)).hasMessageContaining("not-a-starter");

        story.raises("sofia", "RecallRevision", recall(recalled))
                .is(ReleaseState.IN_BUILD)
                .waitsAt("RepairBuild");
        assertThat(library.find(recalled)).map(Library.Holding::recalled).contains(true);
        assertThat(story.shows("ben", "RepairBuild", "reasons")).contains("recalled", "A key leaked");
        bank.noticesOf(story.number(), "Revision recalled").isPositive();
        story.attemptToRaise("sofia", "RecallRevision", recall(recalled)).hasMessageContaining("recalled-already");
        story.repairsBuild("ben", bank.tag(Map.of())).attestsScan("sofia").is(ReleaseState.IN_TEST);
        assertThat(releases.submitted(story.number()).revision(Bank.UNIT)).isNotEqualTo(recalled);
    }

    @Test
    void a_revision_recalled_in_the_rollout_reaches_no_further_site() throws IOException {
        String tag = bank.tag(Map.of());
        Story story = inRollout("Recalled in its rollout", tag).siteShows("zurich", tag.substring(1));
        UnitRevision recalled = releases.submitted(story.number()).revision(Bank.UNIT);
        story.raises("sofia", "RecallRevision", recall(recalled))
                .is(ReleaseState.PAUSED)
                .waitsAt("DecideOnPausedRollout");
        story.attempt("rita", "DecideOnPausedRollout", Map.of("decision", "RESUME", "reason", "Go on"))
                .hasMessageContaining("revision-not-accepted");
        story.decidesOnPause("rita", "BACK_OUT_ALL")
                .siteShowsNot("zurich", tag.substring(1))
                .siteShowsNot("new-york", tag.substring(1));
        assertThat(bank.reservedFor(story.number()))
                .as("sites still held for it")
                .isZero();
        bank.noticesOf(story.number(), "Revision recalled").isPositive();
    }

    @Test
    void what_is_out_and_turns_out_infected_is_recalled_and_its_rollout_stands() throws IOException {
        String tag = bank.tag(Map.of());
        Story story = inRollout("Infected after all", tag).siteShows("zurich", tag.substring(1));
        UnitRevision infected = releases.submitted(story.number()).revision(Bank.UNIT);
        assertThat(library.attestScan(infected, new Actor("sofia"), false, "clamd 1.6", "Found today"))
                .isEqualTo(Result.done());
        readers.advance();
        story.passes(Duration.ZERO).is(ReleaseState.PAUSED).waitsAt("DecideOnPausedRollout");
        assertThat(story.shows("rita", "DecideOnPausedRollout", "why"))
                .contains("a later scan found something in it: Found today");
        assertThat(library.find(infected)).map(Library.Holding::recalled).contains(true);
        bank.noticesOf(story.number(), "Revision recalled").isPositive();
    }

    @Test
    void what_is_out_is_recalled_as_well_when_its_files_turn_out_infected_under_another_number() throws IOException {
        Story story = inRollout("Infected under another number", bank.tag(Map.of()));
        UnitRevision out = releases.submitted(story.number()).revision(Bank.UNIT);
        UnitRevision twin = new UnitRevision(Bank.UNIT, out.version() + ".1", out.digest());
        Library.Holding holding = library.find(out).orElseThrow();
        assertThat(library.propose(twin, holding.manifest(), Map.of(), null)).isEqualTo(Result.done());
        assertThat(library.attestScan(twin, new Actor("sofia"), false, "clamd 1.6", "Found today"))
                .isEqualTo(Result.done());
        readers.advance();
        story.passes(Duration.ZERO).is(ReleaseState.PAUSED).waitsAt("DecideOnPausedRollout");
        assertThat(log.latest(story.number(), InterruptionEvent.DeliveredRevisionRecalled.class))
                .isPresent();
    }

    @Test
    void a_release_that_would_return_to_what_is_recalled_is_planned_again_with_the_way_back_before_it()
            throws IOException {
        Story earlier = inRollout("Brings what is recalled", bank.tag(Map.of()));
        earlier.reachesNextTimer().reachesNextTimer().is(ReleaseState.DEPLOYED);
        UnitRevision recalled = releases.submitted(earlier.number()).revision(Bank.UNIT);
        Story later = bank.release("mara", "Would return to it");
        later.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Later"))
                .goesToItsGo(WAVES);

        later.raises("sofia", "RecallRevision", recall(recalled))
                .is(ReleaseState.SUBMITTED)
                .waitsAt("DraftPlan");
        assertThat(releases.get(earlier.number()).state()).isEqualTo(ReleaseState.PAUSED);
        assertThat(later.shows("rita", "DraftPlan", "cameBack")).contains("would return to, was recalled");
        assertThat(later.shows("rita", "DraftPlan", "returns"))
                .contains("iban-check 1.0.0", "(not to " + recalled + ": it is recalled)");
        assertThat(log.latest(later.number(), InterruptionEvent.WayBackRecalled.class))
                .hasValueSatisfying(told -> assertThat(told.sites()).hasSize(3));
        bank.noticesOf(later.number(), "Revision recalled").isPositive();
        later.draftsPlan("rita").approvesBaseline("carl").is(ReleaseState.IN_TEST);
    }

    @Test
    void a_revision_recalled_on_its_way_into_the_library_is_made_again() throws IOException {
        String tag = bank.tag(Map.of());
        Story story = bank.release("mara", "Recalled before its scan");
        story.confirmsScope("rita", tag, bank.approvedRfc("Early"))
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .waitsAt("AttestScan");
        story.raises(
                "sofia",
                "RecallRevision",
                Map.of("unit", "iban-check", "version", tag.substring(1), "reason", "A key leaked"));
        assertThat(log.latest(story.number(), InterruptionEvent.DeliveredRevisionRecalled.class))
                .isPresent();
        story.attestsScan("sofia").is(ReleaseState.IN_BUILD).waitsAt("RepairBuild");
        assertThat(story.shows("ben", "RepairBuild", "reasons")).contains("recalled");
    }

    @Test
    void rescheduled_it_tells_and_asks_everybody_again() throws IOException {
        Story story = bank.release("mara", "Other dates");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Later"))
                .goesToItsGo(WAVES)
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .waitsAt("SignAudit");
        story.raises(
                        "rita",
                        "RescheduleRelease",
                        Map.of("release", story.number().value(), "to", "SCHEDULED", "reason", "Trains do not run"))
                .waitsAt("ArrangeWaves");
        assertThat(story.shows("rita", "ArrangeWaves", "sentBack")).contains("Trains do not run");
        story.arrangesWaves("rita", WAVES).givesGo("carl").waitsAt("ConfirmReadiness");
        bank.noticesOf(story.number(), "Release rescheduled").isPositive();
    }

    @Test
    void two_who_interrupt_one_release_at_once_are_both_heard() throws Exception {
        String first = bank.approvedRfc("First to go");
        String second = bank.approvedRfc("Second to go");
        Story story = bank.release("mara", "Interrupted twice at once");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Stays"), first, second)
                .draftsPlan("rita")
                .approvesBaseline("carl");
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Interruptions.Answer>> answers = Stream.of(first, second)
                    .map(rfc -> two.submit(() -> {
                        together.await();
                        return interruptions.takeBack(
                                new RfcNumber(rfc), new Actor("carl"), Rfc.Status.WITHDRAWN, "At once");
                    }))
                    .toList();
            for (Future<Interruptions.Answer> answer : answers) {
                assertThat(answer.get()).isInstanceOf(Interruptions.Raised.class);
            }
        }
        assertThat(changes.find(new RfcNumber(first))).map(Rfc::status).contains(Rfc.Status.WITHDRAWN);
        assertThat(changes.find(new RfcNumber(second))).map(Rfc::status).contains(Rfc.Status.WITHDRAWN);
        story.is(ReleaseState.SUBMITTED);
    }

    @Test
    void whoever_cancels_a_release_while_its_rfc_is_taken_back_waits_and_nothing_is_lost() throws Exception {
        String rfc = bank.approvedRfc("Taken back meanwhile");
        Story story = bank.release("mara", "Cancelled meanwhile");
        story.confirmsScope("rita", bank.tag(Map.of()), rfc).draftsPlan("rita").approvesBaseline("carl");
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Interruptions.Answer> taken = two.submit(() -> {
                together.await();
                return interruptions.takeBack(new RfcNumber(rfc), new Actor("carl"), Rfc.Status.WITHDRAWN, "At once");
            });
            Future<Interruptions.Answer> cancelled = two.submit(() -> {
                together.await();
                return interruptions.cancel(story.number(), new Actor("rita"), "At once");
            });
            assertThat(taken.get()).isInstanceOf(Interruptions.Raised.class);
            assertThat(cancelled.get()).isInstanceOf(Interruptions.Raised.class);
        }
        assertThat(changes.find(new RfcNumber(rfc))).map(Rfc::status).contains(Rfc.Status.WITHDRAWN);
        story.is(ReleaseState.CANCELLED);
    }

    @Test
    void whoever_a_model_lets_start_it_only_the_roles_that_may_interrupt_a_release() throws IOException {
        Story story = bank.release("mara", "Others would like to interrupt it");
        String rfc = bank.approvedRfc("Theirs");
        story.confirmsScope("rita", bank.tag(Map.of()), rfc).goesToItsGo(WAVES);
        ReleaseNumber release = story.number();
        UnitRevision revision = releases.submitted(release).revision(Bank.UNIT);
        Actor carl = new Actor("carl");
        Actor olga = new Actor("olga");
        Actor rita = new Actor("rita");
        long told = log.of(release).size();

        assertThat(rule(interruptions.cancel(release, olga, "Mine"))).isEqualTo("may-not-cancel");
        assertThat(rule(interruptions.reschedule(release, carl, ReleaseState.SCHEDULED, "Mine")))
                .isEqualTo("not-theirs-to-raise");
        assertThat(rule(interruptions.takeBack(new RfcNumber(rfc), rita, Rfc.Status.WITHDRAWN, "Mine")))
                .isEqualTo("not-theirs-to-raise");
        assertThat(rule(interruptions.recall(Bank.UNIT, revision.version(), rita, "Mine")))
                .isEqualTo("not-theirs-to-raise");
        assertThat(rule(interruptions.reportIncident(release, rita, "INC-1", "Mine")))
                .isEqualTo("not-theirs-to-raise");
        assertThat(rule(interruptions.reportIncident(release, new Actor("igor"), "INC-1", "Nobody has it yet")))
                .isEqualTo("not-live");
        assertThat(rule(interruptions.stop(release, new Actor("dana"), "Mine"))).isEqualTo("nothing-to-stop");
        story.settles().is(ReleaseState.AUTHORISED);
        assertThat(log.of(release)).hasSize((int) told);
        assertThat(library.find(revision)).map(Library.Holding::recalled).contains(false);
    }

    @Test
    void a_process_is_told_once() throws IOException {
        Story story = bank.release("mara", "Told once");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Once"));
        Interruptions.Raised raised =
                (Interruptions.Raised) interruptions.cancel(story.number(), new Actor("rita"), "Not needed");
        assertThat(raised.releases()).containsExactly(story.number());
        assertThat(interruptions.tell(raised.raise(), 0, one -> false)).isFalse();
        assertThat(interruptions.tell(raised.raise(), 0, one -> one.release().equals(story.number())))
                .isTrue();
        assertThat(interruptions.tell(raised.raise(), 0, one -> {
                    throw new AssertionError("told twice");
                }))
                .isTrue();
    }

    private static String rule(Interruptions.Answer answer) {
        return answer instanceof Interruptions.NotRaised no ? no.refusal().rule() : "";
    }

    private Story inRollout(String title, String tag) throws IOException {
        Story story = bank.release("mara", title);
        return story.confirmsScope("rita", tag, bank.approvedRfc(title))
                .goesToItsGo(WAVES)
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .signsAudit("anna")
                .is(ReleaseState.IN_ROLLOUT);
    }

    private static Map<String, Object> stop(Story story) {
        return Map.of("release", story.number().value(), "reason", "Too risky now");
    }

    private static Map<String, Object> incident(Story story) {
        return Map.of("release", story.number().value(), "incident", "INC-7", "what", "Cards are refused");
    }

    private static Map<String, Object> withdraw(String rfc) {
        return Map.of("rfc", rfc, "status", "WITHDRAWN", "reason", "Nobody asks for it any more");
    }

    private static Map<String, Object> recall(UnitRevision revision) {
        return Map.of("unit", revision.unit().value(), "version", revision.version(), "reason", "A key leaked");
    }
}
