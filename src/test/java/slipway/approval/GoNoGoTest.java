package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static slipway.approval.GoNoGo.Decision.CANCEL;
import static slipway.approval.GoNoGo.Decision.GO;
import static slipway.approval.GoNoGo.Decision.REPLAN;
import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_TEST;
import static slipway.release.ReleaseState.SCHEDULED;
import static slipway.release.ReleaseState.SUBMITTED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.ApprovalEvent.ApprovalDenied;
import slipway.approval.DecisionsChapter.Condition;
import slipway.approval.DecisionsChapter.Decision;
import slipway.change.Rfc;
import slipway.library.Library;
import slipway.planning.Reservations;
import slipway.release.Dossiers;
import slipway.release.PartScope;
import slipway.release.ReleaseType;
import slipway.release.Scope;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.testing.InsideStory;

class GoNoGoTest extends InsideStory {
    @Autowired
    private GoNoGo goNoGo;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Reservations reservations;

    private ReleaseNumber release;

    @BeforeEach
    void a_scheduled_release() {
        release = accepted(SCHEDULED);
    }

    @Test
    void a_go_in_the_ledger_authorises_and_holds_the_sites() {
        refused(goNoGo.authorise(release), "gate-open");

        done(goNoGo.decide(release, CARL, GO, ""));
        assertThat(reservations.holder(ZURICH, UNIT)).contains(release);
        done(goNoGo.authorise(release));

        assertThat(releases.get(release).state()).isEqualTo(AUTHORISED);
    }

    @Test
    void a_go_is_refused_and_not_recorded_while_another_release_holds_a_site() {
        ReleaseNumber other = anotherScheduled();
        done(goNoGo.decide(other, CARL, GO, ""));
        done(goNoGo.authorise(other));

        refused(goNoGo.decide(release, CARL, GO, ""), "reserved-by-another");

        assertThat(approvals.standing(release, Gate.GO_LIVE)).isInstanceOf(Approvals.Missing.class);
        assertThat(reservations.held(release)).isEmpty();
        refused(goNoGo.authorise(release), "gate-open");
        done(releases.move(other, CANCELLED));
        done(goNoGo.decide(release, CARL, GO, ""));
        done(goNoGo.authorise(release));
    }

    @Test
    void anything_but_a_go_holds_nothing() {
        done(goNoGo.decide(release, CARL, REPLAN, "another week"));

        assertThat(reservations.held(release)).isEmpty();
    }

    @Test
    void a_go_does_not_outlive_the_revision_that_it_was_given_for() {
        done(goNoGo.decide(release, CARL, GO, ""));
        moved(release, IN_BUILD);
        done(releases.rework(part(release), "too slow"));
        done(releases.resource(part(release), "v1.1.1", "another commit"));
        done(releases.ready(part(release), held("1.1.1", Library.State.CHECKED_IN)));
        moved(release, IN_TEST);
        done(releases.accepted(part(release)));
        moved(release, ACCEPTED, SCHEDULED);

        refused(goNoGo.authorise(release), "approval-voided");
        assertThat(dossiers.chapter(release, DecisionsChapter.class)
                        .decisions()
                        .getLast()
                        .standing())
                .isEqualTo("void, the revision of inside-story changed");
    }

    @Test
    void only_a_scheduled_release_is_decided_on() {
        moved(release, SUBMITTED);

        refused(goNoGo.decide(release, CARL, GO, ""), "not-scheduled");
    }

    @Test
    void the_requester_does_not_authorise_their_own_release() {
        refused(goNoGo.decide(release, MARA, GO, ""), "separation-of-duties");

        refused(goNoGo.authorise(release), "gate-open");
        assertThat(reservations.held(release)).isEmpty();
    }

    @Test
    void anything_but_a_go_says_why_and_authorises_nothing() {
        refusedAt(goNoGo.decide(release, CARL, REPLAN, ""), "reason");
        done(goNoGo.decide(release, CARL, REPLAN, "another week"));

        refused(goNoGo.authorise(release), "gate-denied");
        assertThat(log.latest(release, ApprovalDenied.class))
                .contains(new ApprovalDenied(Gate.GO_LIVE, Optional.empty(), "plan again: another week"));
    }

    @Test
    void only_a_decision_against_it_cancels_a_release() {
        refused(goNoGo.cancel(release), "no-decision");

        done(goNoGo.decide(release, CARL, CANCEL, "the bank is sold"));
        done(goNoGo.cancel(release));

        assertThat(releases.get(release).state()).isEqualTo(CANCELLED);
    }

    @Test
    void decisions_with_reasons_and_the_open_conditions_are_laid_before_the_change_manager() {
        done(goNoGo.decide(release, CARL, REPLAN, "another week"));
        done(goNoGo.decide(release, CARL, CANCEL, "the bank is sold"));

        DecisionsChapter chapter = dossiers.chapter(release, DecisionsChapter.class);

        assertThat(chapter.decisions())
                .extracting(Decision::gate, Decision::decision, Decision::reason, Decision::standing)
                .containsExactly(
                        tuple("plan baseline", "passed", "", "stands"),
                        tuple("go live", "decided against", "plan again: another week", "followed by a later one"),
                        tuple("go live", "decided against", "cancel the release: the bank is sold", "stands"));
        assertThat(chapter.conditions())
                .contains(new Condition(
                        "go stands", "The gate 'go live' was decided against: cancel the release: the bank is sold"))
                .anySatisfy(condition -> {
                    assertThat(condition.condition()).isEqualTo("everybody ready");
                    assertThat(condition.state()).contains("nils", "zoe");
                });
        assertThat(dossiers.allForForm(release)).containsKeys("scope", "plan", "decisions", "readiness", "review");
    }

    @Test
    void a_draft_has_no_decisions_and_a_release_in_rollout_no_conditions_of_going_live() {
        assertThat(dossiers.chapter(releases.draft(MARA, "New", ""), DecisionsChapter.class))
                .isEqualTo(new DecisionsChapter(List.of(), List.of()));
        moved(release, CANCELLED);
        assertThat(dossiers.chapter(release, DecisionsChapter.class).conditions())
                .isEmpty();
    }

    private ReleaseNumber anotherScheduled() {
        RfcNumber rfc = new RfcNumber("RFC-80009");
        changes.register(
                new Rfc(rfc, "Other", UNIT, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("It is seen.")));
        ReleaseNumber other = releases.draft(MARA, "The other", "");
        done(releases.submit(
                other,
                new Scope(List.of(new PartScope(UNIT, "v1.2.0")), Set.of(rfc), Set.of(ZURICH)),
                ReleaseType.MINOR,
                policy));
        done(plans.draft(plan(other)));
        done(plans.decideBaseline(other, CARL, true, ""));
        done(plans.publish(other));
        moved(other, IN_BUILD);
        done(releases.ready(part(other), held("1.2.0", Library.State.CHECKED_IN)));
        moved(other, IN_TEST);
        done(releases.accepted(part(other)));
        moved(other, ACCEPTED, SCHEDULED);
        return other;
    }
}
