package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.CHECK;
import static slipway.acceptance.Values.FILES;
import static slipway.acceptance.Values.denied;
import static slipway.acceptance.Values.granted;
import static slipway.acceptance.Values.holding;
import static slipway.acceptance.Values.id;
import static slipway.acceptance.Values.planned;
import static slipway.acceptance.Values.ready;
import static slipway.acceptance.Values.release;
import static slipway.acceptance.Values.rework;
import static slipway.acceptance.Values.voided;
import static slipway.release.ReleaseState.ACCEPTED;
import static slipway.release.ReleaseState.IN_TEST;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.approval.Approvals;
import slipway.approval.Aspect;
import slipway.approval.Bound;
import slipway.library.Library.Holding;
import slipway.library.Library.State;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

class AcceptanceRulesTest {
    private static final SubmittedRelease RELEASE = release(IN_TEST, ready(CHECK), ready(FILES));
    private static final List<Against> NOBODY = List.of();
    private static final Optional<Holding> HELD = Optional.of(holding(State.TESTED, false));

    @Test
    void a_release_is_accepted_when_nobody_is_against_any_part() {
        assertThat(AcceptanceRules.accepted(RELEASE, true, Set.of(), "", NOBODY))
                .isEmpty();
        Optional<Refusal> refused = AcceptanceRules.accepted(
                RELEASE, true, Set.of(), "good", List.of(new Against(ready(FILES), "too slow", true)));
        refused(refused, "decision", "test-verdict-stands");
        assertThat(refused.map(Refusal::reason))
                .hasValueSatisfying(reason -> assertThat(reason).contains("payment-file: too slow"));
    }

    @Test
    void refusing_says_why_and_names_parts_of_the_release() {
        assertThat(AcceptanceRules.accepted(RELEASE, false, Set.of(), "ugly", NOBODY))
                .isEmpty();
        assertThat(AcceptanceRules.accepted(RELEASE, false, Set.of(FILES), "ugly", NOBODY))
                .isEmpty();
        refused(AcceptanceRules.accepted(RELEASE, false, Set.of(), " ", NOBODY), "opinion", "reason-missing");
        Optional<Refusal> strange = AcceptanceRules.accepted(
                RELEASE, false, Set.of(FILES, new UnitId("other"), new UnitId("another")), "ugly", NOBODY);
        refused(strange, "again", "parts-of-release");
        assertThat(strange.map(Refusal::reason))
                .hasValueSatisfying(reason -> assertThat(reason).contains("deliver another, other;"));
    }

    @Test
    void nothing_is_accepted_or_refused_outside_of_the_test() {
        refused(
                AcceptanceRules.accepted(release(ACCEPTED, ready(CHECK)), true, Set.of(), "", NOBODY),
                null,
                "release-state");
    }

    @Test
    void the_parts_named_are_made_again_and_all_when_none_is() {
        assertThat(AcceptanceRules.toMakeAgain(RELEASE, Set.of(FILES))).containsExactly(id(FILES));
        assertThat(AcceptanceRules.toMakeAgain(RELEASE, Set.of())).containsExactly(id(CHECK), id(FILES));
    }

    @Test
    void nobody_is_against_a_part_whose_verdict_stands_and_that_may_be_installed() {
        assertThat(AcceptanceRules.against(ready(CHECK), granted(""), HELD)).isEmpty();
    }

    @Test
    void what_was_decided_against_and_what_is_barred_is_made_again() {
        against(denied("case 3"), HELD, "case 3", true);
        against(granted(""), Optional.of(holding(State.TESTED, true)), "it is in quarantine or recalled", true);
        against(granted(""), Optional.empty(), "it is in quarantine or recalled", true);
    }

    @Test
    void what_is_merely_not_judged_is_judged_again() {
        against(new Approvals.Missing(), HELD, "nobody judged its tests", false);
        against(
                voided(Bound.of(Aspect.BACKOUT_PLAN, CHECK)),
                HELD,
                "the backout plan changed after its tests were judged",
                false);
    }

    @Test
    void what_is_not_made_has_been_sent_back_already() {
        assertThat(AcceptanceRules.against(rework(CHECK), denied("case 3"), Optional.empty()))
                .contains(new Against(rework(CHECK), "too slow", false));
        assertThat(AcceptanceRules.against(planned(CHECK), granted(""), Optional.empty()))
                .contains(new Against(planned(CHECK), "it is not made yet", false));
    }

    private static void against(
            Approvals.Standing verdict, Optional<Holding> holding, String reason, boolean makeAgain) {
        assertThat(AcceptanceRules.against(ready(CHECK), verdict, holding))
                .contains(new Against(ready(CHECK), reason, makeAgain));
    }

    private static void refused(Optional<Refusal> refused, @Nullable String field, String rule) {
        assertThat(refused).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo(rule);
            assertThat(no.field()).isEqualTo(field);
        });
    }
}
