package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.SCHEDULED;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.approval.ApprovalEvent.ApprovalDenied;
import slipway.approval.ApprovalEvent.GateStranded;
import slipway.approval.Gate;
import slipway.cmdb.Channel;
import slipway.cmdb.Site;
import slipway.communication.CommunicationEvent.NoticesQueued;
import slipway.communication.CommunicationEvent.ReadinessPassedOn;
import slipway.communication.CommunicationEvent.RolloutAnnounced;
import slipway.communication.ReadinessChapter.Notice;
import slipway.event.EventLog;
import slipway.identity.AccountEvent.GroupLeft;
import slipway.release.Dossiers;
import slipway.release.ReleaseEvent.ReleaseWithdrawn;
import slipway.rollout.PausedDecision;
import slipway.rollout.RolloutEvent.BackOutOrdered;
import slipway.rollout.RolloutEvent.RolloutPaused;
import slipway.rollout.RolloutEvent.RolloutResumed;
import slipway.rollout.RolloutEvent.SiteBackOutFailed;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.testing.InsideStory;

class NoticeReaderTest extends InsideStory {
    @Autowired
    private Preparations preparations;

    @Autowired
    private NoticeReader reader;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ReadinessTable table;

    @Autowired
    private PassedOn passedOn;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private JdbcClient sql;

    private ReleaseNumber release;

    @BeforeEach
    void an_authorised_release() {
        release = accepted(SCHEDULED, AUTHORISED);
        targets.inWaves(Map.of(ZURICH, 1, NEW_YORK, 2));
        readersReadOf(release);
    }

    @Test
    void everybody_concerned_is_told_of_the_rollout_once_however_often_it_is_announced_and_read() {
        preparations.announce(release);
        preparations.announce(release);
        readersReadOf(release);
        log.of(release).forEach(reader::read);

        assertThat(told("rollout-announced")).containsExactlyInAnyOrder("zoe", "nils", "olga", "chloe");
        assertThat(log.latest(release, NoticesQueued.class))
                .contains(new NoticesQueued(
                        "rollout announced", List.of(new Actor("chloe"), NILS, OLGA, ZOE), List.of()));
    }

    @Test
    void a_coordinator_reads_of_their_own_sites_and_the_others_of_all() {
        preparations.announce(release);
        readersReadOf(release);

        assertThat(body("nils"))
                .contains("Nils Nielsen", "Check faster ${link}", "Customers wait", "inside-story 1.1.0")
                .contains("new-york, wave 2", "America/New_York")
                .doesNotContain("Europe/Zurich")
                .contains("http://localhost:8080/camunda/app/tasklist/default/#/?searchQuery=%5B")
                .contains(release.value());
        assertThat(body("olga")).contains("America/New_York", "Europe/Zurich", "zurich, wave 1");
    }

    @Test
    void what_somebody_typed_looks_like_no_line_of_slipway_s_own() {
        preparations.announce(release);
        log.append(
                release,
                new RolloutResumed(
                        PausedDecision.RESUME,
                        List.of(RITA),
                        "Late.\n\n(decided by Carl Change)\n\nYour tasks for this release:\nhttps://evil.example/\n\nSlipway"));
        readersReadOf(release);

        List<String> lines = sql.sql(
                        "select body from slipway.outbox where release = ? and recipient = 'zoe' and template = ?")
                .params(release.value(), "rollout-resumed")
                .query(String.class)
                .single()
                .lines()
                .toList();
        assertThat(lines)
                .contains("> (decided by Carl Change)", "> Your tasks for this release:", "> https://evil.example/");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("(decided by "))
                .hasSize(1)
                .noneMatch(line -> line.contains("Carl"));
        assertThat(lines).filteredOn(line -> line.startsWith("Your tasks")).hasSize(1);
        assertThat(lines).noneMatch(line -> line.startsWith("https://evil"));
    }

    @Test
    void a_coordinator_whose_site_moved_is_told_again_and_nobody_else() {
        preparations.announce(release);
        readersReadOf(release);

        targets.inWaves(Map.of(ZURICH, 1, NEW_YORK, 3));
        preparations.announce(release);
        readersReadOf(release);

        assertThat(told("rollout-announced")).containsExactlyInAnyOrder("zoe", "nils", "olga", "chloe", "nils");
    }

    @Test
    void for_a_coordinator_who_has_left_the_others_are_asked_and_read_of_those_sites() {
        coordinates(new Actor("gone"));
        preparations.announce(release);
        readersReadOf(release);

        assertThat(told("rollout-announced")).containsExactlyInAnyOrder("zoe", "nils", "olga", "chloe");
        assertThat(body("nils")).contains("new-york, wave 2").doesNotContain("zurich, wave 1");
        assertThat(body("zoe")).contains("new-york, wave 2", "zurich, wave 1");
    }

    @Test
    void when_somebody_leaves_who_was_asked_the_others_are_told_once() {
        coordinates(new Actor("gone"));
        log.append(release, new RolloutAnnounced(asked(new Actor("gone"), NEW_YORK), List.of(new Actor("gone"))));
        readersReadOf(release);
        assertThat(told("rollout-announced")).doesNotContain("zoe");

        leaves("gone");
        leaves("gone");

        assertThat(told("rollout-announced").stream().filter("zoe"::equals)).hasSize(1);
        assertThat(log.latest(release, ReadinessPassedOn.class))
                .contains(new ReadinessPassedOn(1, new Actor("gone"), List.of(NEW_YORK), List.of(NILS, ZOE)));
    }

    @Test
    void a_question_that_was_answered_is_passed_on_to_nobody() {
        coordinates(new Actor("gone"));
        preparations.announce(release);
        done(preparations.confirm(new Preparations.Question(release, 1, 0), NILS, true, true, ""));

        leaves("gone");

        assertThat(log.latest(release, ReadinessPassedOn.class)).isEmpty();
    }

    @Test
    void who_was_not_ready_is_told_when_asked_again() {
        preparations.announce(release);
        readersReadOf(release);
        done(preparations.confirm(new Preparations.Question(release, 1, 1), ZOE, false, false, "no power"));
        preparations.announce(release);
        readersReadOf(release);

        assertThat(told("rollout-announced").stream().filter("zoe"::equals)).hasSize(2);
        assertThat(told("rollout-announced").stream().filter("nils"::equals)).hasSize(1);
    }

    @Test
    void a_site_that_could_not_be_returned_is_told_to_who_repairs_and_decides_and_to_its_coordinator_alone() {
        log.append(release, new SiteBackOutFailed(NEW_YORK, UNIT, "the disk is full"));
        readersReadOf(release);

        assertThat(told("back-out-failed"))
                .containsExactlyInAnyOrder("rita", "mara", "carl", "olga", "igor", "dana", "nils");
        assertThat(body("nils")).contains("the disk is full", "Repair site by hand", "(found by Slipway)");
    }

    @Test
    void that_sites_are_not_ready_is_told_to_release_and_change_managers_with_the_reason() {
        preparations.announce(release);
        done(preparations.confirm(new Preparations.Question(release, 1, 0), NILS, false, false, "power failure"));
        readersReadOf(release);

        assertThat(told("sites-not-ready")).containsExactlyInAnyOrder("rita", "mara", "carl");
        assertThat(body("carl")).contains("Not ready: new-york. power failure", "(said by Nils Nielsen)");
    }

    @Test
    void that_nobody_may_decide_is_told_to_release_managers_and_process_owners() {
        log.append(release, new GateStranded(Gate.TEST_VERDICT, Optional.of(UNIT), "test-manager", List.of()));
        readersReadOf(release);

        assertThat(told("gate-nobody-may-pass")).contains("rita", "mara").doesNotContain("carl", "zoe");
        assertThat(body("rita")).contains("Nobody of the group test-manager");
    }

    private int asked(Actor coordinator, SiteId site) {
        return table.ask(
                release,
                List.of(new Readiness.Group(
                        coordinator,
                        List.of(new Readiness.Place(
                                site, site.value(), ZoneId.of("UTC"), 2, coordinator, "waits for its turn")),
                        "occasion")),
                START);
    }

    private void leaves(String account) {
        GroupLeft left = new GroupLeft(account, "site-coordinator");
        passedOn.read(new EventLog.Entry(1, START, Optional.empty(), Optional.empty(), "", left));
        readersReadOf(release);
    }

    @Test
    void a_pause_is_told_to_everybody_who_may_have_to_act() {
        log.append(release, new RolloutPaused(Optional.of(1), "one of two sites failed", false));
        readersReadOf(release);

        assertThat(told("rollout-paused"))
                .containsExactlyInAnyOrder("rita", "mara", "carl", "olga", "chloe", "zoe", "nils", "igor");
        assertThat(body("igor"))
                .contains(
                        "Igor Imhof",
                        "Paused in wave 1: one of two sites failed",
                        "Slipway",
                        "zurich, wave 1: waits for its turn");
    }

    @Test
    void what_happens_again_is_told_again() {
        log.append(
                release,
                new BackOutOrdered(
                        PausedDecision.BACK_OUT_FAILED, List.of(ZURICH), List.of(), "It fails", List.of(RITA)));
        log.append(
                release,
                new BackOutOrdered(
                        PausedDecision.BACK_OUT_FAILED, List.of(ZURICH), List.of(), "It fails", List.of(RITA)));
        readersReadOf(release);

        assertThat(told("back-out-ordered").stream().filter("zoe"::equals)).hasSize(2);
        assertThat(body("zoe")).contains("The reason: It fails.", "(decided by Rita Rieder)");
    }

    @Test
    void what_a_process_does_is_the_word_of_the_people_who_decided_it_by_their_names() {
        log.append(release, new RolloutResumed(PausedDecision.RESUME, List.of(CARL, OLGA), "calm again"));
        readersReadOf(release);
        assertThat(body("zoe"))
                .contains("Resumed, to go on: calm again", "(decided by Carl Caflisch and Olga Odermatt)")
                .doesNotContainPattern("(?i)by slipway");
    }

    @Test
    void what_was_submitted_once_and_is_withdrawn_is_told_with_the_reason_to_whoever_heard_of_it() {
        log.append(release, RITA, new ReleaseWithdrawn("nobody needs it", true));
        readersReadOf(release);
        assertThat(told("release-cancelled"))
                .containsExactlyInAnyOrder("rita", "mara", "carl", "olga", "chloe", "zoe", "nils");
        assertThat(body("zoe")).contains("Withdrawn: nobody needs it", "(by Rita Rieder)");
    }

    @Test
    void a_no_go_reaches_requester_and_release_managers_and_a_returned_plan_its_author() {
        log.append(release, CARL, new ApprovalDenied(Gate.GO_LIVE, Optional.empty(), "plan again: payroll night"));
        log.append(release, CARL, new ApprovalDenied(Gate.PLAN_BASELINE, Optional.empty(), "too short"));
        readersReadOf(release);

        assertThat(told("no-go")).containsExactlyInAnyOrder("mara", "rita");
        assertThat(body("mara")).contains("plan again: payroll night", "decided by Carl Caflisch");
        assertThat(told("plan-returned")).containsExactly("rita");
    }

    @Test
    void who_joins_a_role_later_is_not_told_of_old_things_when_the_log_is_read_again() {
        log.append(release, new RolloutPaused(Optional.of(1), "smoke", false));
        readersReadOf(release);
        EventLog.Entry paused = log.of(release).stream()
                .filter(entry -> entry.event() instanceof RolloutPaused)
                .findFirst()
                .orElseThrow();
        coordinates(new Actor("dana"));

        reader.read(paused);

        assertThat(told("rollout-paused")).doesNotContain("dana");
    }

    @Test
    void who_cannot_be_reached_is_named_and_holds_up_nobody() {
        coordinates(new Actor("gone"));
        log.append(release, new RolloutPaused(Optional.of(1), "smoke", false));
        readersReadOf(release);

        assertThat(told("rollout-paused")).contains("zoe", "igor").doesNotContain("nils");
        assertThat(log.latest(release, NoticesQueued.class)).hasValueSatisfying(queued -> {
            assertThat(queued.unreachable()).containsExactly(new Actor("gone"));
            assertThat(queued.words()).contains("Without a mail address: gone.");
        });
    }

    @Test
    void the_notices_stand_in_the_dossier() {
        log.append(release, new RolloutPaused(Optional.of(1), "smoke", false));
        readersReadOf(release);

        assertThat(dossiers.chapter(release, ReadinessChapter.class).notices())
                .extracting(Notice::about, Notice::state)
                .containsOnly(tuple("rollout paused", "waits"));
    }

    private List<String> told(String template) {
        return outbox.of(release).stream()
                .filter(notice -> notice.template().equals(template))
                .map(notice -> notice.recipient().id())
                .collect(Collectors.toList());
    }

    private String body(String recipient) {
        return sql.sql("""
                        select subject || body from slipway.outbox where release = ? and recipient = ?
                        order by event limit 1
                        """)
                .params(release.value(), recipient)
                .query(String.class)
                .single();
    }

    private void coordinates(Actor coordinator) {
        cmdb.registerSite(new Site(
                NEW_YORK,
                "new-york",
                ZoneId.of("America/New_York"),
                coordinator,
                true,
                false,
                Channel.DIRECTORY,
                "/nowhere/new-york"));
    }
}
