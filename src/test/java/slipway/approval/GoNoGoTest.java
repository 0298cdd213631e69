package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.approval.GoNoGo.Decision.CANCEL;
import static slipway.approval.GoNoGo.Decision.GO;
import static slipway.approval.GoNoGo.Decision.REPLAN;
import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.AUTHORISED;
import static slipway.release.ReleaseState.CANCELLED;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_TEST;
import static slipway.release.ReleaseState.SCHEDULED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.library.Library;
import slipway.shared.ReleaseNumber;
import slipway.testing.InsideStory;

class GoNoGoTest extends InsideStory {
    @Autowired
    private GoNoGo goNoGo;

    private ReleaseNumber release;

    @BeforeEach
    void a_scheduled_release() {
        threeSites();
        release = inTest();
        moved(release, ACCEPTED, SCHEDULED);
    }

    @Test
    void a_go_in_the_ledger_authorises() {
        refused(goNoGo.authorise(release), "gate-open");

        done(goNoGo.decide(release, CARL, GO, ""));
        done(goNoGo.authorise(release));

        assertThat(releases.get(release).state()).isEqualTo(AUTHORISED);
    }

    @Test
    void a_go_does_not_outlive_the_revision_that_it_was_given_for() {
        done(goNoGo.decide(release, CARL, GO, ""));
        moved(release, IN_BUILD);
        done(releases.bindRevision(release, held("1.1.1", Library.State.CHECKED_IN)));
        moved(release, IN_TEST, ACCEPTED, SCHEDULED);

        refused(goNoGo.authorise(release), "approval-voided");
    }

    @Test
    void the_requester_does_not_authorise_their_own_release() {
        refused(goNoGo.decide(release, MARA, GO, ""), "separation-of-duties");
        refused(goNoGo.authorise(release), "gate-open");
    }

    @Test
    void anything_but_a_go_says_why_and_authorises_nothing() {
        refusedAt(goNoGo.decide(release, CARL, REPLAN, ""), "reason");
        done(goNoGo.decide(release, CARL, REPLAN, "another week"));

        refused(goNoGo.authorise(release), "gate-denied");
    }

    @Test
    void only_a_decision_against_it_cancels_a_release() {
        refused(goNoGo.cancel(release), "no-decision");

        done(goNoGo.decide(release, CARL, CANCEL, "the bank is sold"));
        done(goNoGo.cancel(release));

        assertThat(releases.get(release).state()).isEqualTo(CANCELLED);
    }

    @Test
    void the_open_conditions_are_laid_before_the_change_manager() {
        assertThat(goNoGo.conditions(release))
                .contains(
                        new GoNoGo.Condition("go stands", "The gate 'go live' is not decided yet."),
                        new GoNoGo.Condition(
                                "everybody ready",
                                "Not confirmed ready and trained for this revision and window: nils, zoe."));
        assertThat(goNoGo.facts(release))
                .containsKeys("number", "title", "rfcs", "objectives", "start", "end", "backoutTarget", "tests");
    }
}
