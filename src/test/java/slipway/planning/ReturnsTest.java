package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.FILES;
import static slipway.planning.Values.MINE;
import static slipway.planning.Values.NEW_YORK;
import static slipway.planning.Values.SINGAPORE;
import static slipway.planning.Values.ZURICH;
import static slipway.planning.Values.revision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan.Return;
import slipway.planning.PlanChapter.ReturnTo;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class ReturnsTest {
    private static final UnitRevision OLD = revision(CHECK, "1.0.0");
    private static final UnitRevision OLDER = revision(CHECK, "0.9.0");
    private static final PlaceOfUnit PLACE = new PlaceOfUnit(ZURICH, CHECK);

    @Test
    void it_says_where_a_site_returns_to_and_what_was_passed_over() {
        assertThat(Returns.of(PLACE, new ReturnPath.Arrives(OLD, MINE, List.of())))
                .isEqualTo(back(CHECK, ZURICH, OLD));
        assertThat(Returns.of(PLACE, new ReturnPath.Arrives(OLDER, null, List.of("1.0.0: bad", "0.9.5: worse"))))
                .isEqualTo(new Return(CHECK, ZURICH, OLDER, "1.0.0: bad; 0.9.5: worse"));
    }

    @Test
    void where_nothing_is_known_that_may_be_installed_the_unit_is_removed_and_the_plan_says_why() {
        assertThat(Returns.of(PLACE, new ReturnPath.NothingKnown(List.of("1.0.0: it is recalled"))))
                .isEqualTo(new Return(CHECK, ZURICH, null, "1.0.0: it is recalled; nothing before that is known"));
    }

    @Test
    void the_plan_stands_while_each_place_returns_to_the_same_whatever_is_passed_over() {
        Plan plan = plan(back(CHECK, ZURICH, OLDER), back(CHECK, NEW_YORK, null));
        assertThat(changed(
                        plan, new Return(CHECK, ZURICH, OLDER, "1.0.0: it is recalled"), back(CHECK, NEW_YORK, null)))
                .isEmpty();
    }

    @Test
    void every_place_with_another_way_back_is_named_and_no_other_one() {
        Plan plan = plan(back(CHECK, ZURICH, OLD), back(CHECK, NEW_YORK, OLD), back(CHECK, SINGAPORE, null));
        Optional<Refusal> changed = changed(
                plan,
                new Return(CHECK, ZURICH, OLDER, "1.0.0: it is recalled"),
                back(CHECK, NEW_YORK, OLD),
                back(CHECK, SINGAPORE, OLDER),
                back(FILES, ZURICH, null));
        assertThat(changed.map(Refusal::rule)).contains("returns-changed");
        assertThat(changed.orElseThrow().reason())
                .contains("iban-check at zurich would return to iban-check 0.9.0")
                .contains("(not to 1.0.0: it is recalled) instead of iban-check 1.0.0")
                .contains("iban-check at singapore-dr would return to iban-check 0.9.0")
                .contains("instead of nothing installed")
                .contains("payment-file at zurich has no way back in the plan")
                .contains("Plan the release again")
                .doesNotContain("new-york");
    }

    @Test
    void places_that_nobody_asks_about_are_not_looked_at() {
        Plan plan = plan(back(CHECK, ZURICH, OLD), back(CHECK, NEW_YORK, OLD));
        List<Return> now = List.of(back(CHECK, ZURICH, OLD), back(CHECK, NEW_YORK, null));
        assertThat(Returns.changed(ReleaseState.SUBMITTED, plan, now, Set.of(PLACE)))
                .isEmpty();
    }

    @Test
    void once_the_rollout_began_the_ways_out_are_those_of_a_paused_one() {
        Plan plan = plan(back(CHECK, ZURICH, OLD));
        for (ReleaseState state : List.of(ReleaseState.IN_ROLLOUT, ReleaseState.PAUSED)) {
            assertThat(Returns.changed(state, plan, List.of(back(CHECK, ZURICH, OLDER)), Set.of(PLACE)))
                    .map(Refusal::reason)
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .endsWith(". Back out, or end the rollout here and release again for the sites that are"
                                    + " left."));
        }
    }

    @Test
    void the_chapter_names_each_distinct_content_once_with_all_its_sites() {
        assertThat(Returns.chapter(List.of(
                        back(CHECK, NEW_YORK, OLD),
                        back(CHECK, SINGAPORE, null),
                        back(CHECK, ZURICH, OLD),
                        new Return(FILES, NEW_YORK, null, "2.0.0: it is recalled"),
                        back(FILES, SINGAPORE, null))))
                .containsExactly(
                        new ReturnTo(CHECK, OLD.toString(), List.of(NEW_YORK, ZURICH)),
                        new ReturnTo(CHECK, "nothing installed", List.of(SINGAPORE)),
                        new ReturnTo(FILES, "nothing installed (not to 2.0.0: it is recalled)", List.of(NEW_YORK)),
                        new ReturnTo(FILES, "nothing installed", List.of(SINGAPORE)));
    }

    private static Optional<Refusal> changed(Plan plan, Return... now) {
        return Returns.changed(
                ReleaseState.PRE_AUDITED,
                plan,
                List.of(now),
                Set.of(
                        PLACE,
                        new PlaceOfUnit(NEW_YORK, CHECK),
                        new PlaceOfUnit(SINGAPORE, CHECK),
                        new PlaceOfUnit(ZURICH, FILES)));
    }

    private static Return back(UnitId unit, SiteId site, @Nullable UnitRevision to) {
        return new Return(unit, site, to, "");
    }

    private static Plan plan(Return... returns) {
        return new Plan(
                MINE,
                1,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                List.of(returns),
                Duration.ofMinutes(5),
                Plan.PointOfNoReturn.NONE,
                new Actor("rita"));
    }
}
