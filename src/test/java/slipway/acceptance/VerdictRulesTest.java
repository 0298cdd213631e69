package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Acceptances.Trial.INSTALLATION;
import static slipway.acceptance.Acceptances.Trial.TESTS;
import static slipway.acceptance.Values.CHECK;
import static slipway.acceptance.Values.OLD;
import static slipway.acceptance.Values.finding;
import static slipway.acceptance.Values.holding;
import static slipway.acceptance.Values.ready;
import static slipway.acceptance.Values.rehearsal;
import static slipway.acceptance.Values.release;
import static slipway.acceptance.Values.rework;
import static slipway.release.ReleaseState.IN_BUILD;
import static slipway.release.ReleaseState.IN_TEST;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.VerdictRules.Evidence;
import slipway.library.Library.State;
import slipway.shared.Content;
import slipway.shared.Refusal;

class VerdictRulesTest {
    private static final Content KNOWN = new Content.Known(OLD);
    private static final Content ABSENT = new Content.Absent();
    private static final List<Finding> GOOD =
            List.of(finding(INSTALLATION, true), finding(TESTS, true), rehearsal(KNOWN, true), rehearsal(ABSENT, true));
    private static final Evidence FINE = new Evidence(Set.of(KNOWN, ABSENT), GOOD, false, false);

    @Test
    void a_part_that_passed_every_trial_may_pass() {
        assertThat(judged(true, "", FINE)).isEmpty();
    }

    @Test
    void a_part_may_fail_whatever_the_trials_say_but_not_without_a_reason() {
        assertThat(judged(false, "ugly", FINE)).isEmpty();
        assertThat(judged(false, "ugly", new Evidence(Set.of(KNOWN), List.of(), true, true)))
                .isEmpty();
        refused(judged(false, " ", FINE), "reason", "reason-missing");
    }

    @Test
    void nothing_is_judged_outside_of_the_test_and_nothing_that_is_not_made() {
        refused(
                VerdictRules.judged(release(IN_BUILD, ready(CHECK)), ready(CHECK), true, "", FINE),
                null,
                "release-state");
        refused(
                VerdictRules.judged(release(IN_TEST, rework(CHECK)), rework(CHECK), true, "", FINE),
                null,
                "part-not-ready");
        refused(
                VerdictRules.judged(release(IN_TEST, rework(CHECK)), rework(CHECK), false, "ugly", FINE),
                null,
                "part-not-ready");
    }

    @Test
    void a_trial_that_is_missing_or_failed_stands_in_the_way_and_is_named() {
        for (int missing = 0; missing < GOOD.size(); missing++) {
            List<Finding> findings = new ArrayList<>(GOOD);
            findings.remove(missing);
            refused(judged(true, "", evidence(findings)), "decision", "trials-passed");
        }
        assertThat(VerdictRules.open(Set.of(KNOWN, ABSENT), List.of(finding(TESTS, false), rehearsal(ABSENT, false))))
                .containsExactly(
                        "installation is missing",
                        finding(TESTS, false).summary(),
                        "the return to " + KNOWN + " was not rehearsed",
                        "return to nothing installed");
    }

    @Test
    void every_distinct_predecessor_is_rehearsed_and_no_other_one_counts_for_it() {
        List<Finding> other = List.of(
                finding(INSTALLATION, true),
                finding(TESTS, true),
                rehearsal(new Content.Known(Values.revision(CHECK, "0.9.0")), false),
                rehearsal(KNOWN, true));

        assertThat(VerdictRules.open(Set.of(KNOWN), other)).isEmpty();
        assertThat(VerdictRules.open(Set.of(KNOWN, ABSENT), other))
                .containsExactly("the return to nothing installed was not rehearsed");
    }

    @Test
    void what_may_never_be_installed_does_not_pass() {
        refused(judged(true, "", new Evidence(Set.of(KNOWN), GOOD, false, true)), "decision", "revision-barred");
    }

    @Test
    void what_came_without_a_command_passes_with_words_on_how_it_was_tried() {
        Evidence byHand = new Evidence(Set.of(KNOWN), GOOD, true, false);

        refused(judged(true, " ", byHand), "reason", "tested-by-hand-says-how");
        assertThat(judged(true, "sent three payments", byHand)).isEmpty();
    }

    @Test
    void the_library_bars_what_it_lacks_and_what_is_in_quarantine_or_recalled() {
        assertThat(VerdictRules.barred(Optional.empty())).isTrue();
        assertThat(VerdictRules.barred(Optional.of(holding(State.QUARANTINED, false))))
                .isTrue();
        assertThat(VerdictRules.barred(Optional.of(holding(State.CHECKED_IN, true))))
                .isTrue();
        assertThat(VerdictRules.barred(Optional.of(holding(State.CHECKED_IN, false))))
                .isFalse();
        assertThat(VerdictRules.barred(Optional.of(holding(State.ACCEPTED, false))))
                .isFalse();
    }

    private static Evidence evidence(List<Finding> findings) {
        return new Evidence(Set.of(KNOWN, ABSENT), findings, false, false);
    }

    private static Optional<Refusal> judged(boolean pass, String reason, Evidence evidence) {
        return VerdictRules.judged(release(IN_TEST, ready(CHECK)), ready(CHECK), pass, reason, evidence);
    }

    private static void refused(Optional<Refusal> refused, @Nullable String field, String rule) {
        assertThat(refused).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo(rule);
            assertThat(no.field()).isEqualTo(field);
        });
    }
}
