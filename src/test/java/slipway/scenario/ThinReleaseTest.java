package slipway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.cmdb.Cmdb;
import slipway.engine.guard.CommandRefused;
import slipway.event.EventLog;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.testing.ProcessTest;

/** One release from the approved RFCs to closed, and its darker sisters, as its people live them. */
@ProcessTest
class ThinReleaseTest {
    @Autowired
    private Bank bank;

    @Autowired
    private ThinRelease thinRelease;

    @Autowired
    private FailingSite failingSite;

    @Autowired
    private EventLog log;

    @Autowired
    private Releases releases;

    @Autowired
    private Cmdb cmdb;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void everySiteRunsTheLiveRevision() throws IOException {
        bank.everySiteRunsTheBaseline();
    }

    @AfterEach
    void timeIsNowAgain() {
        ClockUtil.reset();
    }

    @Test
    void a_minor_release_goes_from_an_approved_rfc_to_audited_and_closed() throws IOException {
        Story story = thinRelease.goesToItsEnd();
        assertThat(log.of(story.number()))
                .extracting(entry -> entry.event().getClass().getSimpleName())
                .contains("ReleaseDrafted", "PartReady", "ReleaseMoved");
    }

    @Test
    void a_failed_build_is_a_task_with_the_end_of_the_log_and_a_new_commit_passes_as_another_revision()
            throws IOException {
        String broken = bank.tag(Map.of("build.sh", "#!/bin/sh\necho 'compiling'\necho 'undefined: mod97'\nexit 3\n"));
        String rfc = bank.approvedRfc("Count good and bad IBANs");
        Story story = bank.release("mara", "A broken build");
        story.confirmsScope("rita", broken, rfc).draftsPlan("rita").approvesBaseline("carl");

        story.waitsAt("RepairBuild").is(ReleaseState.IN_BUILD);
        assertThat(story.shows("ben", "RepairBuild", "logTail")).contains("undefined: mod97");
        assertThat(story.shows("ben", "RepairBuild", "reasons")).contains("3");

        String mended = bank.tag(Map.of("CHANGELOG.md", "# Changelog\n\nMended after " + broken + "\n"));
        story.repairsBuild("ben", mended).attestsScan("sofia").is(ReleaseState.IN_TEST);
        assertThat(releases.submitted(story.number()).revision(Bank.UNIT).version())
                .isEqualTo(mended.substring(1));
        Object builds = jdbc.sql("select string_agg(state, ' ' order by key) from slipway.build where release = ?")
                .param(story.number().value())
                .query(String.class)
                .single();
        assertThat(builds).isEqualTo("FAILED PASSED");
    }

    @Test
    void acceptance_refused_sends_the_release_back_to_build_and_nothing_reaches_a_site() throws IOException {
        Map<String, Digest> before = bank.everythingInstalled();
        Story story = bank.release("mara", "Tellers do not like it");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Another report"))
                .draftsPlan("rita")
                .approvesBaseline("carl")
                .attestsScan("sofia")
                .judgesTests("tom")
                .does(
                        "olga",
                        "AcceptForBusiness",
                        Map.of("decision", "REFUSE", "opinion", "The report is harder to read than the old one."));

        story.waitsAt("RepairBuild").is(ReleaseState.IN_BUILD);
        assertThat(story.shows("ben", "RepairBuild", "reasons"))
                .contains("The report is harder to read than the old one.");
        assertThat(bank.everythingInstalled()).isEqualTo(before);
    }

    @Test
    void a_plan_that_is_returned_comes_back_with_the_reason_and_with_everything_that_was_written() throws IOException {
        Story story = bank.release("mara", "Planned twice");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Planned twice"))
                .draftsPlan("rita", Map.of("objective2", "Nobody waits", "critical2", false));
        story.does("carl", "ApproveBaseline", Map.of("decision", "RETURN", "reason", "Say what happens at night"))
                .waitsAt("DraftPlan");

        assertThat(story.shows("rita", "DraftPlan", "plan")).contains("Say what happens at night");
        assertThat(story.shows("rita", "DraftPlan", "objective1"))
                .isEqualTo("Ten thousand IBANs are checked in under a minute");
        assertThat(story.shows("rita", "DraftPlan", "objective2")).isEqualTo("Nobody waits");
        assertThat(story.shows("rita", "DraftPlan", "critical2")).isEqualTo("false");
        assertThat(story.shows("rita", "DraftPlan", "backoutMinutes")).isEqualTo("5");
        assertThat(Instant.parse(story.shows("rita", "DraftPlan", "start")).plus(Duration.ofHours(4)))
                .isEqualTo(story.shows("rita", "DraftPlan", "end"));
    }

    @Test
    void one_of_two_sites_fails_the_rollout_pauses_and_after_repair_goes_on_and_closes_as_failed() throws IOException {
        failingSite.isRepairedAndClosed();
    }

    @Test
    void a_paused_rollout_is_backed_out_everywhere_and_the_release_closes_backed_out() throws IOException {
        failingSite.endsBackedOut();
    }

    @Test
    void a_release_whose_window_has_passed_can_be_cancelled_and_nothing_reaches_a_site() throws IOException {
        Map<String, Digest> before = bank.everythingInstalled();
        Story story = bank.release("mara", "Too late");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Overtaken"))
                .goesToItsAcceptance()
                .passes(Duration.ofHours(5))
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .waitsAt("ArrangeWaves");
        assertThat(story.shows("rita", "ArrangeWaves", "refusal")).isNotBlank();

        Map<String, Object> cancel = Map.of("decision", "CANCEL", "waves", "1: zurich, new-york, singapore-dr");
        story.attempt("rita", "ArrangeWaves", cancel).hasMessageContaining("reason-missing");
        story.does("rita", "ArrangeWaves", with(cancel, "reason", "The window has passed"))
                .is(ReleaseState.CANCELLED)
                .waitsAt();
        assertThat(bank.everythingInstalled()).isEqualTo(before);
    }

    @Test
    void a_release_whose_window_passes_after_its_go_is_not_rolled_out_and_is_planned_again() throws IOException {
        Map<String, Digest> before = bank.everythingInstalled();
        Story story = bank.release("mara", "Audited too late");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Audited too late"))
                .goesToItsGo("1: zurich\n2: new-york, singapore-dr")
                .confirmsReadiness("nils")
                .confirmsReadiness("zoe")
                .passes(Duration.ofHours(5))
                .signsAudit("anna")
                .waitsAt("ArrangeWaves")
                .is(ReleaseState.PRE_AUDITED);
        assertThat(story.shows("rita", "ArrangeWaves", "sentBack")).contains("The approved window ended");
        assertThat(bank.everythingInstalled()).isEqualTo(before);
        story.does("rita", "ArrangeWaves", Map.of("decision", "REPLAN", "reason", "The window has passed"))
                .waitsAt("DraftPlan");
    }

    private static Map<String, Object> with(Map<String, Object> entries, String field, Object value) {
        Map<String, Object> more = new HashMap<>(entries);
        more.put(field, value);
        return more;
    }

    @Test
    void a_file_altered_at_a_site_is_found_and_named_and_holds_the_release_until_it_is_mended() throws IOException {
        Story story = bank.release("mara", "Somebody edited a file");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Sort the countries"))
                .goesToItsAcceptance()
                .arrangesWaves("rita", "1: zurich\n2: new-york, singapore-dr")
                .givesGo("carl");
        var altered = Alteration.of(
                cmdb.site(new SiteId("new-york")).folder().resolve("iban-check/current/share/countries.tsv"));
        story.confirmsReadiness("nils").confirmsReadiness("zoe");

        assertThat(story.shows("anna", "SignAudit", "findings")).contains("new-york", "ALTERED", "share/countries.tsv");
        story.attempt("anna", "SignAudit", Map.of("decision", "SIGN")).hasMessageContaining("findings-open");

        altered.undo();
        story.does("anna", "SignAudit", Map.of("decision", "REMEDIATE", "remarks", "Put the file back"))
                .does("dana", "RemediateFindings", Map.of("remark", "Restored from the library"))
                .signsAudit("anna")
                .is(ReleaseState.IN_ROLLOUT);
    }

    @Test
    void the_requester_may_not_authorise_their_own_release_whatever_they_try() throws IOException {
        Story story = bank.release("mara", "My own release");
        story.confirmsScope("rita", bank.tag(Map.of()), bank.approvedRfc("Quick one"))
                .draftsPlan("rita");
        for (OwnRelease.Way way : OwnRelease.ways(story, "ApproveBaseline")) {
            long logged = refusals("mara");
            assertThat(way.attempt())
                    .as(way.name())
                    .isInstanceOf(CommandRefused.class)
                    .hasMessageMatching("(?s)[a-z]+(-[a-z]+)+: .*");
            story.waitsAt("ApproveBaseline");
            assertThat(refusals("mara"))
                    .as("refusals logged after " + way.name())
                    .isGreaterThan(logged);
        }
        story.attempt("mara", "ApproveBaseline", Map.of("decision", "APPROVE"))
                .hasMessageContaining("separation-of-duties");
        story.approvesBaseline("carl").is(ReleaseState.IN_BUILD);
    }

    private long refusals(String actor) {
        return jdbc.sql("select count(*) from slipway.refusal where actor = ?")
                .param(actor)
                .query(Long.class)
                .single();
    }
}
