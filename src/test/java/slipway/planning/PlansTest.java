package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.approval.GateBan;
import slipway.library.Library;
import slipway.planning.Plan.Return;
import slipway.planning.PlanChapter.ReturnTo;
import slipway.release.Offers;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;
import slipway.testing.InsideStory;

class PlansTest extends InsideStory {
    @Autowired
    private Approvals approvals;

    private ReleaseNumber release;
    private Plans.Draft good;

    @BeforeEach
    void a_submitted_release() {
        release = submitted();
        good = plan(release);
    }

    @Test
    void a_plan_is_read_as_it_was_drafted_and_every_version_is_kept() {
        UnitRevision old = held("1.0.0", Library.State.ACCEPTED);
        runs(old, ZURICH, NEW_YORK);
        done(plans.draft(good));
        done(plans.draft(window(START, START.plus(3, ChronoUnit.HOURS))));

        assertThat(plans.get(release))
                .isEqualTo(new Plan(
                        release,
                        2,
                        good.objectives(),
                        START,
                        START.plus(3, ChronoUnit.HOURS),
                        List.of(
                                new Return(UNIT, NEW_YORK, old, ""),
                                new Return(UNIT, SINGAPORE, null, ""),
                                new Return(UNIT, ZURICH, old, "")),
                        good.backoutLimit(),
                        good.pointOfNoReturn(),
                        RITA));
        assertThat(log.latest(release, PlanningEvent.PlanDrafted.class))
                .hasValueSatisfying(drafted -> assertThat(drafted.plan()).isEqualTo(2));
        assertThat(plans.windowEnd(release))
                .as("what an order at a site asks")
                .isEqualTo(START.plus(3, ChronoUnit.HOURS));
    }

    @Test
    void the_first_release_of_a_unit_can_be_planned_and_returns_to_nothing() {
        done(plans.draft(good));

        assertThat(plans.get(release).returns())
                .containsExactly(
                        new Return(UNIT, NEW_YORK, null, ""),
                        new Return(UNIT, SINGAPORE, null, ""),
                        new Return(UNIT, ZURICH, null, ""));
        assertThat(plans.returnsNow(release))
                .containsExactly(new ReturnTo(UNIT, "nothing installed", List.of(NEW_YORK, SINGAPORE, ZURICH)));
    }

    @Test
    void what_another_release_overtook_is_not_planned_again() {
        moved(release, ReleaseState.CANCELLED);
        ReleaseNumber overtaken = accepted(ReleaseState.SCHEDULED, ReleaseState.SUBMITTED);
        runs(held("1.2.0", Library.State.ACCEPTED), NEW_YORK);

        assertThat(plans.draft(plan(overtaken))).isInstanceOfSatisfying(Result.Refused.class, no -> {
            assertThat(no.refusal().rule()).isEqualTo("downgrades-site");
            assertThat(no.refusal().reason())
                    .contains("Start \"Reschedule a release\"", "its scope is confirmed first");
            assertThat(no.refusal().reason()).contains("1.1.0 is lower than what runs at new-york (1.2.0)");
        });
    }

    @Test
    void a_recalled_revision_can_be_replaced_and_sites_return_to_what_was_there_before_it() {
        ReleaseNumber bringer = releases.draft(MARA, "It brought the leak", "Customers wait");
        UnitRevision recalled = held("1.0.2", Library.State.ACCEPTED);
        UnitRevision before = held("1.0.0", Library.State.ACCEPTED);
        cmdb.authorise(ZURICH, recalled, bringer);
        cmdb.observed(ZURICH, UNIT, new Content.Known(recalled), true, START);
        history.found(bringer, new PlaceOfUnit(ZURICH, UNIT), before);
        runs(recalled, NEW_YORK);
        done(library.recall(recalled, SOFIA, "leaks"));

        done(plans.draft(good));

        String leaks = recalled + ": it is recalled";
        assertThat(plans.get(release).returns())
                .containsExactly(
                        new Return(UNIT, NEW_YORK, null, leaks + "; nothing before that is known"),
                        new Return(UNIT, SINGAPORE, null, ""),
                        new Return(UNIT, ZURICH, before, leaks));
    }

    @Test
    void what_the_release_itself_brought_is_no_way_back() {
        UnitRevision before = held("1.0.0", Library.State.ACCEPTED);
        runs(before, ZURICH);
        done(plans.draft(good));
        UnitRevision brought = held("1.1.0", Library.State.ACCEPTED);
        cmdb.authorise(ZURICH, brought, release);
        cmdb.observed(ZURICH, UNIT, new Content.Known(brought), true, START);
        history.found(release, new PlaceOfUnit(ZURICH, UNIT), before);

        assertThat(plans.returnsChanged(releases.submitted(release), Set.of(new PlaceOfUnit(ZURICH, UNIT))))
                .isEmpty();
    }

    @Test
    void what_is_recalled_after_it_was_planned_as_the_way_back_is_neither_approved_nor_published() {
        UnitRevision way = held("1.0.0", Library.State.ACCEPTED);
        runs(way, ZURICH);
        done(plans.draft(good));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(library.recall(way, SOFIA, "leaks"));

        refused(plans.publish(release), "returns-changed");
        refused(plans.decideBaseline(release, CARL, true, ""), "returns-changed");
        done(plans.decideBaseline(release, CARL, false, "the way back is barred"));
        done(plans.draft(good));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
    }

    @Test
    void nonsense_is_refused_by_its_field() {
        refusedAt(plans.draft(window(START, START)), "end");
        assertThat(plans.find(release)).isEmpty();
    }

    @Test
    void a_plan_that_nobody_could_approve_is_not_written() {
        Result byTheOnlyOtherChangeManager = plans.draft(by(CARL));

        refused(byTheOnlyOtherChangeManager, "nobody-left-to-approve");
        assertThat(plans.find(release)).isEmpty();
        done(plans.draft(by(MARA)));
    }

    @Autowired
    private List<GateBan> bans;

    @Test
    void whoever_wrote_the_plan_counts_for_nobody_at_its_baseline_and_as_anybody_elsewhere() {
        assertThat(bans)
                .flatExtracting(ban -> ban.barred(release, Gate.PLAN_BASELINE))
                .isEmpty();
        done(plans.draft(by(MARA)));

        assertThat(bans)
                .flatExtracting(ban -> ban.barred(release, Gate.PLAN_BASELINE))
                .containsExactly(MARA);
        assertThat(bans)
                .flatExtracting(ban -> ban.barred(release, Gate.GO_LIVE))
                .isEmpty();
    }

    @Test
    void the_plan_binds_what_each_source_names_exactly() {
        offers.answer(UNIT, "v1.1.0", new Offers.Pinned("4f2a", "1.1.0"));
        done(plans.draft(good));

        assertThat(releases.submitted(release).part(UNIT).pin()).isEqualTo("4f2a");
    }

    @Test
    void a_source_that_names_nothing_cannot_be_planned() {
        offers.answer(UNIT, "v1.1.0", new Offers.Unpinnable(Refusal.of("unknown-tag", "it is gone")));

        refused(plans.draft(good), "unknown-tag");
        assertThat(plans.find(release)).isEmpty();
        assertThat(releases.submitted(release).part(UNIT).pin()).isEmpty();
    }

    @Test
    void a_tag_that_moved_is_neither_approved_nor_published_but_can_be_returned_and_planned_again() {
        offers.answer(UNIT, "v1.1.0", new Offers.Pinned("4f2a", "1.1.0"));
        done(plans.draft(good));
        offers.answer(UNIT, "v1.1.0", new Offers.Pinned("99aa", "1.1.0"));

        refused(plans.decideBaseline(release, CARL, true, ""), "tag-moved");
        done(plans.decideBaseline(release, CARL, false, "the tag moved"));
        done(plans.draft(good));
        done(plans.decideBaseline(release, CARL, true, ""));
        offers.answer(UNIT, "v1.1.0", new Offers.Pinned("bb77", "1.1.0"));
        refused(plans.publish(release), "tag-moved");
        offers.answer(UNIT, "v1.1.0", new Offers.Pinned("99aa", "1.1.0"));
        done(plans.publish(release));
    }

    @Test
    void what_lies_in_the_library_already_may_have_lost_its_source() {
        done(plans.draft(good));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        moved(release, ReleaseState.IN_BUILD);
        done(releases.ready(part(release), held("1.1.0", Library.State.CHECKED_IN)));
        moved(release, ReleaseState.IN_TEST, ReleaseState.SUBMITTED);
        offers.answer(UNIT, "v1.1.0", new Offers.Unpinnable(Refusal.of("unknown-tag", "it is gone")));

        done(plans.draft(good));
        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        assertThat(releases.submitted(release).part(UNIT).revision()).isPresent();
    }

    @Test
    void the_author_and_the_requester_do_not_approve_the_baseline() {
        done(plans.draft(good));

        refused(plans.decideBaseline(release, RITA, true, ""), "separation-of-duties");
        refused(plans.decideBaseline(release, MARA, true, ""), "separation-of-duties");
        refused(plans.decideBaseline(release, MARA, false, "mine"), "separation-of-duties");
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
        done(plans.draft(window(START, START.plus(3, ChronoUnit.HOURS))));
        refused(plans.publish(release), "approval-voided");

        done(plans.decideBaseline(release, CARL, true, ""));
        done(plans.publish(release));
        assertThat(releases.get(release).state()).isEqualTo(ReleaseState.PLANNED);
        assertThat(log.latest(release, PlanningEvent.PlanPublished.class))
                .hasValueSatisfying(published -> assertThat(published.plan()).isEqualTo(2));
        refused(plans.draft(good), "not-submitted");
        refused(plans.decideBaseline(release, CARL, true, ""), "not-submitted");
    }

    @Test
    void another_way_back_voids_the_baseline_too() {
        done(plans.draft(good));
        done(plans.decideBaseline(release, CARL, true, ""));
        runs(held("1.0.6", Library.State.ACCEPTED), ZURICH);

        done(plans.draft(good));

        assertThat(approvals.standing(release, Gate.PLAN_BASELINE)).isInstanceOf(Approvals.Voided.class);
    }

    private Plans.Draft by(Actor author) {
        return new Plans.Draft(
                release,
                good.objectives(),
                good.start(),
                good.end(),
                good.backoutLimit(),
                good.pointOfNoReturn(),
                author);
    }

    private Plans.Draft window(Instant start, Instant end) {
        return new Plans.Draft(
                release, good.objectives(), start, end, good.backoutLimit(), good.pointOfNoReturn(), RITA);
    }
}
