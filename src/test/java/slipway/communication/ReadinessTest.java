package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.communication.Readiness.Group;
import slipway.communication.Readiness.Place;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

class ReadinessTest {
    private static final String WHAT = "digests and window";
    private static final Actor ZOE = new Actor("zoe");
    private static final Actor NILS = new Actor("nils");
    private static final Place ZURICH = place("zurich", 1, ZOE);
    private static final Place GENEVA = place("geneva", 2, ZOE);
    private static final Place NEW_YORK = place("new-york", 2, NILS);

    @Test
    void each_coordinator_is_one_group_with_all_their_sites() {
        assertThat(groups(ZURICH, NEW_YORK, GENEVA))
                .extracting(Group::coordinator, Group::sites)
                .containsExactly(
                        tuple(NILS, List.of(NEW_YORK.site())), tuple(ZOE, List.of(GENEVA.site(), ZURICH.site())));
    }

    @Test
    void a_site_that_moves_to_another_wave_is_another_occasion_for_its_coordinator_alone() {
        List<Group> before = groups(ZURICH, GENEVA, NEW_YORK);
        List<Group> after = groups(ZURICH, place("geneva", 3, ZOE), NEW_YORK);

        assertThat(after.getFirst().occasion()).isEqualTo(before.getFirst().occasion());
        assertThat(after.getLast().occasion()).isNotEqualTo(before.getLast().occasion());
    }

    @Test
    void other_revisions_or_another_window_are_another_occasion_for_everybody() {
        List<Place> places = List.of(ZURICH, NEW_YORK);

        assertThat(Readiness.groups(places, "other"))
                .extracting(Group::occasion)
                .doesNotContainAnyElementsOf(Readiness.groups(places, WHAT).stream()
                        .map(Group::occasion)
                        .toList());
    }

    @Test
    void the_order_of_the_sites_and_who_coordinates_them_change_nothing() {
        assertThat(groups(GENEVA, ZURICH).getFirst().occasion())
                .isEqualTo(groups(ZURICH, GENEVA).getFirst().occasion())
                .isEqualTo(groups(place("zurich", 1, NILS), place("geneva", 2, NILS))
                        .getFirst()
                        .occasion());
    }

    @Test
    void who_said_ready_for_the_same_occasion_is_not_asked_again() {
        List<Group> groups = groups(ZURICH, NEW_YORK);

        assertThat(Readiness.open(groups, Set.of(groups.getFirst().occasion())))
                .extracting(Group::coordinator)
                .containsExactly(ZOE);
        assertThat(Readiness.open(groups, Set.of("former"))).isEqualTo(groups);
    }

    @Test
    void whoever_is_missing_is_named_with_their_sites() {
        List<Group> groups = groups(ZURICH, GENEVA, NEW_YORK);

        assertThat(Readiness.missing(groups, Set.of()))
                .map(Refusal::reason)
                .hasValueSatisfying(reason -> assertThat(reason).contains("new-york (nils); geneva, zurich (zoe)."));
        assertThat(Readiness.missing(groups, Set.of(groups.getFirst().occasion())))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("sites-not-ready");
                    assertThat(no.reason()).contains("zoe").doesNotContain("nils");
                });
        assertThat(Readiness.missing(
                        groups,
                        Set.of(groups.getFirst().occasion(), groups.getLast().occasion())))
                .isEmpty();
    }

    @Test
    void without_any_site_in_a_wave_nobody_is_ready() {
        assertThat(Readiness.missing(List.of(), Set.of())).map(Refusal::rule).contains("no-site-in-waves");
    }

    @Test
    void ready_means_trained_and_not_ready_has_a_reason() {
        assertThat(Readiness.wrong(true, true, "")).isEmpty();
        assertThat(Readiness.wrong(false, false, "no power")).isEmpty();
        assertThat(Readiness.wrong(true, false, "")).map(Refusal::field).contains("trained");
        assertThat(Readiness.wrong(false, true, " ")).map(Refusal::field).contains("reason");
    }

    @Test
    void a_question_is_for_its_coordinator_and_for_any_when_that_one_coordinates_nothing_any_more() {
        assertThat(Readiness.notAsked(Optional.of(ZOE), ZOE, true)).isEmpty();
        assertThat(Readiness.notAsked(Optional.empty(), NILS, true)).isEmpty();
        assertThat(Readiness.notAsked(Optional.of(ZOE), NILS, true))
                .contains(Refusal.of("not-coordinator", "This task is for zoe, who coordinates these sites."));
    }

    @Test
    void who_has_left_answers_for_nothing() {
        assertThat(Readiness.notAsked(Optional.empty(), NILS, false))
                .contains(Refusal.of(
                        "not-coordinator", "You are no site coordinator any more; leave this task to one who is."));
    }

    private static List<Group> groups(Place... places) {
        return Readiness.groups(List.of(places), WHAT);
    }

    private static Place place(String site, int wave, Actor coordinator) {
        return new Place(new SiteId(site), site, ZoneOffset.UTC, wave, coordinator, "waits for its turn");
    }
}
