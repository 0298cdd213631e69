package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.library.Library;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;
import slipway.testing.InsideStory;

class PlansTest extends InsideStory {
    @Autowired
    private Approvals approvals;

    private ReleaseNumber release;
    private UnitRevision live;
    private Plan good;

    @BeforeEach
    void a_submitted_release() {
        release = submitted();
        live = held("1.0.0", Library.State.LIVE);
        good = plan(release, live);
    }

    @Test
    void a_plan_is_read_as_it_was_drafted() {
        done(plans.draft(good));

        assertThat(plans.get(release)).isEqualTo(good);
    }

    @Test
    void objectives_are_named_and_short() {
        refusedAt(plans.draft(objectives(List.of())), "objective1");
        refusedAt(plans.draft(objectives(List.of("Faster", " "))), "objective2");
        refusedAt(plans.draft(objectives(List.of("x".repeat(201)))), "objective1");
        refusedAt(plans.draft(objectives(Collections.nCopies(4, "Faster"))), "objective1");
    }

    @Test
    void the_window_ends_after_it_starts_in_the_future_and_lasts_a_minute() {
        refusedAt(plans.draft(window(good.end(), good.end())), "end");
        refusedAt(
                plans.draft(window(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00Z"))),
                "end");
        refusedAt(plans.draft(window(good.start(), good.start().plusSeconds(59))), "end");
        done(plans.draft(window(good.start(), good.start().plusSeconds(60))));
    }

    @Test
    void the_back_out_returns_to_a_verified_revision_of_the_unit() {
        refusedAt(plans.draft(plan(release, held("1.0.9", Library.State.CHECKED_IN))), "backoutTarget");
        refusedAt(plans.draft(plan(release, held("1.0.8", Library.State.TESTED))), "backoutTarget");
        done(plans.draft(plan(release, held("1.0.7", Library.State.ACCEPTED))));
    }

    @Test
    void the_author_and_the_requester_do_not_approve_the_baseline() {
        done(plans.draft(good));

        refused(plans.decideBaseline(release, RITA, true, ""), "separation-of-duties");
        refused(plans.decideBaseline(release, MARA, true, ""), "separation-of-duties");
        assertThat(approvals.of(release)).isEmpty();
    }

    @Test
    void a_return_says_why() {
        done(plans.draft(good));

        refusedAt(plans.decideBaseline(release, CARL, false, " "), "reason");
        done(plans.decideBaseline(release, CARL, false, "too short"));
    }

    @Test
    void only_an_approval_that_stands_makes_the_release_planned() {
        done(plans.draft(good));
        refused(plans.publish(release), "gate-open");

        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.draft(window(good.start(), good.end().plusSeconds(60))));
        refused(plans.publish(release), "approval-voided");

        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.PLANNED);
        refused(plans.draft(good), "not-submitted");
    }

    @Test
    void another_back_out_plan_voids_the_baseline_too() {
        done(plans.draft(good));
        done(plans.decideBaseline(release, CARL, true, ""));

        done(plans.draft(plan(release, held("1.0.6", Library.State.LIVE))));

        assertThat(approvals.standing(release, Gate.PLAN_BASELINE)).isInstanceOf(Approvals.Voided.class);
    }

    private Plan objectives(List<String> objectives) {
        return new Plan(
                release, objectives, good.start(), good.end(), live, good.backoutLimit(), good.pointOfNoReturn(), RITA);
    }

    private Plan window(Instant start, Instant end) {
        return new Plan(
                release, good.objectives(), start, end, live, Duration.ofMinutes(5), good.pointOfNoReturn(), RITA);
    }
}
