package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.change.Rfc;
import slipway.library.Library;
import slipway.planning.PlanChapter.Claim;
import slipway.planning.PlanChapter.Conflict;
import slipway.planning.PlanChapter.Objection;
import slipway.planning.PlanChapter.Objective;
import slipway.planning.PlanChapter.ReturnTo;
import slipway.planning.PlanChapter.Weight;
import slipway.release.Dossiers;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Scope;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;
import slipway.testing.InsideStory;

class PlanSourceTest extends InsideStory {
    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Approvals approvals;

    @Autowired
    private StoredReservations reservations;

    @Test
    void the_chapter_is_empty_before_anything_is_planned() {
        PlanChapter draft = chapter(releases.draft(MARA, "Faster", "Customers wait"));
        PlanChapter submitted = chapter(submitted());

        assertThat(List.of(draft, submitted)).allSatisfy(chapter -> {
            assertThat(chapter.version()).isZero();
            assertThat(chapter.objectives()).isEmpty();
            assertThat(chapter.start()).isEmpty();
            assertThat(chapter.returns()).isEmpty();
            assertThat(chapter.conflicts()).isEmpty();
            assertThat(chapter.objections()).isEmpty();
        });
    }

    @Test
    void it_tells_what_the_newest_version_says() {
        UnitRevision old = held("1.0.0", Library.State.ACCEPTED);
        runs(old, ZURICH, NEW_YORK);
        ReleaseNumber release = submitted();
        done(plans.draft(plan(release)));

        PlanChapter chapter = chapter(release);

        assertThat(chapter.version()).isOne();
        assertThat(chapter.objectives())
                .containsExactly(
                        new Objective(1, "Checks take a second", Weight.YES, Optional.empty()),
                        new Objective(2, "Nobody calls the service desk", Weight.NO, Optional.empty()));
        assertThat(chapter.start()).contains(START);
        assertThat(chapter.end()).contains(START.plusSeconds(7200));
        assertThat(chapter.returns())
                .containsExactly(
                        new ReturnTo(UNIT, old.toString(), List.of(NEW_YORK, ZURICH)),
                        new ReturnTo(UNIT, "nothing installed", List.of(SINGAPORE)));
        assertThat(chapter.backoutMinutes()).contains(10L);
        assertThat(chapter.pointOfNoReturn()).isEqualTo("none, every site can return at any time");
        assertThat(chapter.author()).contains(RITA);
    }

    @Test
    void it_tells_who_said_what_against_the_release_the_newest_first() {
        ReleaseNumber release = submitted();
        done(plans.draft(plan(release)));
        done(plans.decideBaseline(release, CARL, false, "too short"));
        done(plans.draft(plan(release)));
        done(plans.decideBaseline(release, CARL, true, ""));
        approvals.decide(release, Gate.GO_LIVE, CARL, false, "plan again: not on a Monday");

        assertThat(chapter(release).objections())
                .extracting(Objection::gate, Objection::by, Objection::reason)
                .containsExactly(
                        tuple("go live", CARL, "plan again: not on a Monday"),
                        tuple("plan baseline", CARL, "too short"));
    }

    @Test
    void both_of_two_releases_at_the_same_sites_see_each_other_until_one_ends() {
        ReleaseNumber mine = submitted();
        ReleaseNumber other = another("RFC-80002", ZURICH, SINGAPORE);

        assertThat(chapter(mine).conflicts())
                .containsExactly(
                        new Conflict(other, "Another", "submitted", UNIT, List.of(SINGAPORE, ZURICH), Claim.WANTED));
        assertThat(chapter(other).conflicts())
                .containsExactly(new Conflict(
                        mine, "Check faster ${link}", "submitted", UNIT, List.of(SINGAPORE, ZURICH), Claim.WANTED));
        assertThat(reservations.reserve(releases.submitted(other))).isEmpty();
        assertThat(chapter(mine).conflicts()).extracting(Conflict::claim).containsExactly(Claim.RESERVED);
        moved(other, ReleaseState.CANCELLED);
        assertThat(chapter(mine).conflicts()).isEmpty();
        assertThat(chapter(other).conflicts()).isEmpty();
    }

    @Test
    void forms_show_it_in_words() {
        ReleaseNumber mine = submitted();
        ReleaseNumber other = another("RFC-80002", ZURICH);

        assertThat(dossiers.forForm(mine, List.of(PlanChapter.class)))
                .extractingByKey("plan")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry(
                        "conflicts",
                        List.of(Map.of(
                                "other", other.value(),
                                "title", "Another",
                                "state", "submitted",
                                "unit", UNIT.value(),
                                "sites", "zurich",
                                "claim", "wanted")));
    }

    private PlanChapter chapter(ReleaseNumber release) {
        return dossiers.chapter(release, PlanChapter.class);
    }

    private ReleaseNumber another(String rfc, SiteId... sites) {
        RfcNumber number = new RfcNumber(rfc);
        changes.register(
                new Rfc(number, "Safer", UNIT, Rfc.Impact.LOW, false, Rfc.Status.APPROVED, List.of("Nothing leaks.")));
        ReleaseNumber release = releases.draft(MARA, "Another", "Customers worry");
        Scope scope = new Scope(scope().parts(), Set.of(number), Set.of(sites));
        done(releases.submit(release, scope, ReleaseType.MINOR, policy));
        return release;
    }
}
