package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.change.Rfc;
import slipway.identity.Persons;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.Refusal;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class PausedRulesTest {
    private static final Persons PERSONS =
            new Persons(Map.of(new Actor("carl"), "carl@bank.example", new Actor("carl2"), "CARL@bank.example"));
    private static final Pause QUIET =
            new Pause(true, false, false, false, false, List.of(), List.of(), List.of(), Optional.empty());
    private static final Pause FAILED =
            new Pause(true, true, false, false, false, List.of(), List.of(), List.of(), Optional.empty());
    private static final Pause PASSED =
            new Pause(true, false, false, true, false, List.of(), List.of(), List.of(), Optional.empty());
    private static final Pause LATE =
            new Pause(false, false, false, true, false, List.of(), List.of(), List.of(), Optional.empty());
    private static final Pause NO_RETURN =
            new Pause(true, true, false, false, true, List.of(), List.of(), List.of(), Optional.empty());

    private static final Pause TAKEN_BACK = new Pause(
            true,
            false,
            false,
            false,
            false,
            List.of(new RfcNumber("RFC-1")),
            List.of(new RfcNumber("RFC-1")),
            List.of(),
            Optional.empty());

    private static final Pause HALF_WAY =
            new Pause(true, false, true, false, false, List.of(), List.of(), List.of(), Optional.empty());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "RETRY,           nothing-to-retry",
                "RESUME,          -",
                "BACK_OUT_FAILED, -",
                "BACK_OUT_ALL,    -",
                "END_HERE,        sites-half-way"
            })
    void no_rollout_ends_with_sites_that_stand_between_two_of_their_parts(PausedDecision decision, String rule) {
        assertThat(unfit(decision, HALF_WAY)).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0}: quiet {1}, failed sites {2}, window passed {3}, stopped later {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "RETRY,           nothing-to-retry,    -,                 window-passed,       rollout-over",
                "RESUME,          -,                   failed-sites-open, window-passed,       -",
                "BACK_OUT_FAILED, nothing-to-back-out, -,                 nothing-to-back-out, nothing-to-back-out",
                "BACK_OUT_ALL,    -,                   -,                 -,                   -",
                "END_HERE,        -,                   failed-sites-open, -,                   rollout-over"
            })
    void a_decision_must_fit_what_happened(
            PausedDecision decision, String quiet, String failed, String passed, String late) {
        assertThat(unfit(decision, QUIET)).isEqualTo(quiet);
        assertThat(unfit(decision, FAILED)).isEqualTo(failed);
        assertThat(unfit(decision, PASSED)).isEqualTo(passed);
        assertThat(unfit(decision, LATE)).isEqualTo(late);
    }

    @Test
    void a_passed_window_leaves_ways_out_that_the_refusal_names() {
        assertThat(PausedRules.unfit(PausedDecision.RESUME, PASSED)
                        .orElseThrow()
                        .reason())
                .contains("needs a new one", "Back out, or end the rollout here");
        assertThat(unfit(PausedDecision.END_HERE, PASSED)).isNull();
        assertThat(unfit(PausedDecision.BACK_OUT_ALL, PASSED)).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}, past the point of no return {2}")
    @CsvSource({
        "RETRY, release manager or change manager, release manager or change manager",
        "RESUME, release manager or change manager, release manager or change manager",
        "BACK_OUT_FAILED, release manager or change manager, change manager and service owner",
        "BACK_OUT_ALL, release manager or change manager, change manager and service owner",
        "END_HERE, release manager and change manager, release manager and change manager"
    })
    void each_decision_needs_its_roles(PausedDecision decision, String before, String past) {
        assertThat(PausedRules.needed(decision, QUIET).words()).isEqualTo(before);
        assertThat(PausedRules.needed(decision, NO_RETURN).words()).isEqualTo(past);
    }

    @Test
    void past_the_point_of_no_return_the_release_manager_has_no_word_for_failed_sites_as_for_all() {
        for (PausedDecision decision : List.of(PausedDecision.BACK_OUT_FAILED, PausedDecision.BACK_OUT_ALL)) {
            assertThat(PausedRules.notTheirs(decision, NO_RETURN, Set.of("release-manager")))
                    .map(Refusal::rule)
                    .contains("past-point-of-no-return");
            assertThat(PausedRules.notTheirs(decision, NO_RETURN, Set.of("service-owner")))
                    .isEmpty();
            assertThat(PausedRules.notTheirs(decision, FAILED, Set.of("release-manager")))
                    .isEmpty();
        }
    }

    @Test
    void the_service_owner_does_not_decide_to_go_on() {
        assertThat(PausedRules.notTheirs(PausedDecision.RETRY, NO_RETURN, Set.of("service-owner")))
                .map(Refusal::rule)
                .contains("not-theirs-to-decide");
        assertThat(PausedRules.notTheirs(PausedDecision.BACK_OUT_ALL, QUIET, Set.of("service-owner")))
                .map(Refusal::rule)
                .contains("not-theirs-to-decide");
    }

    @Test
    void one_word_is_enough_where_one_role_decides() {
        assertThat(missing(PausedDecision.RESUME, QUIET, word("rita", PausedDecision.RESUME, "release-manager")))
                .isEmpty();
        assertThat(missing(PausedDecision.RESUME, QUIET, word("rita", PausedDecision.RETRY, "release-manager")))
                .isEqualTo("release manager, change manager");
        assertThat(missing(PausedDecision.RESUME, QUIET, word("olga", PausedDecision.RESUME, "service-owner")))
                .isEqualTo("release manager, change manager");
    }

    @Test
    void where_two_roles_decide_both_must_say_the_same() {
        Word carl = word("carl", PausedDecision.BACK_OUT_ALL, "change-manager");
        Word olga = word("olga", PausedDecision.BACK_OUT_ALL, "service-owner");
        Word other = word("olga", PausedDecision.BACK_OUT_FAILED, "service-owner");
        assertThat(missing(PausedDecision.BACK_OUT_ALL, NO_RETURN, carl)).isEqualTo("service owner");
        assertThat(missing(PausedDecision.BACK_OUT_ALL, NO_RETURN, olga)).isEqualTo("change manager");
        assertThat(missing(PausedDecision.BACK_OUT_ALL, NO_RETURN, carl, other)).isEqualTo("service owner");
        assertThat(missing(PausedDecision.BACK_OUT_ALL, NO_RETURN, olga, carl)).isEmpty();
        assertThat(missing(PausedDecision.BACK_OUT_ALL, NO_RETURN)).isEqualTo("change manager, service owner");
    }

    @Test
    void one_person_with_both_roles_counts_for_one_of_them() {
        Word both = word("carl", PausedDecision.END_HERE, "release-manager", "change-manager");
        Word rita = word("rita", PausedDecision.END_HERE, "release-manager");
        assertThat(missing(PausedDecision.END_HERE, QUIET, both)).isEqualTo("release manager");
        assertThat(missing(PausedDecision.END_HERE, QUIET, both, rita)).isEmpty();
        assertThat(missing(PausedDecision.END_HERE, QUIET, rita, both)).isEmpty();
    }

    @Test
    void nobody_says_the_same_twice() {
        Word carl = word("carl", PausedDecision.END_HERE, "change-manager");
        assertThat(PausedRules.saidAlready(PausedDecision.END_HERE, carl.actor(), List.of(carl), PERSONS))
                .map(Refusal::rule)
                .contains("second-role-needed");
        assertThat(PausedRules.saidAlready(PausedDecision.RESUME, carl.actor(), List.of(carl), PERSONS))
                .isEmpty();
        assertThat(PausedRules.saidAlready(PausedDecision.END_HERE, new Actor("rita"), List.of(carl), PERSONS))
                .isEmpty();
    }

    @Test
    void two_accounts_of_one_person_count_once() {
        Word carl = word("carl", PausedDecision.END_HERE, "change-manager");
        Word again = word("carl2", PausedDecision.END_HERE, "release-manager");

        assertThat(missing(PausedDecision.END_HERE, QUIET, carl, again)).isEqualTo("release manager");
        assertThat(PausedRules.saidAlready(PausedDecision.END_HERE, again.actor(), List.of(carl), PERSONS))
                .isPresent();
    }

    @Test
    void the_words_that_counted_are_kept() {
        Word carl = word("carl", PausedDecision.END_HERE, "change-manager");
        Word rita = word("rita", PausedDecision.END_HERE, "release-manager");
        Word other = word("olga", PausedDecision.RESUME, "service-owner");
        Word elsewhere = word("ivan", PausedDecision.RESUME, "release-manager");
        List<Word> words = List.of(carl, other, elsewhere, rita);
        assertThat(PausedRules.counted(PausedDecision.END_HERE, QUIET, words, rita.actor()))
                .containsExactly(carl, rita);
        Word resumes = word("rita", PausedDecision.RESUME, "release-manager");
        assertThat(PausedRules.counted(PausedDecision.RESUME, QUIET, List.of(other, resumes), resumes.actor()))
                .containsExactly(resumes);
    }

    @Test
    void decisions_say_what_they_lead_to() {
        assertThat(Arrays.stream(PausedDecision.values()).filter(PausedDecision::goesOn))
                .containsExactly(PausedDecision.RETRY, PausedDecision.RESUME);
        assertThat(Arrays.stream(PausedDecision.values()).filter(PausedDecision::backsOut))
                .containsExactly(PausedDecision.BACK_OUT_FAILED, PausedDecision.BACK_OUT_ALL);
        assertThat(PausedDecision.END_HERE.words()).isEqualTo("end the rollout here");
    }

    private static @Nullable String unfit(PausedDecision decision, Pause pause) {
        return PausedRules.unfit(decision, pause).map(Refusal::rule).orElse(null);
    }

    private static String missing(PausedDecision decision, Pause pause, Word... words) {
        return PausedRules.missing(decision, pause, List.of(words), PERSONS).stream()
                .map(PausedRules::title)
                .collect(Collectors.joining(", "));
    }

    private static Word word(String actor, PausedDecision decision, String... groups) {
        return new Word(
                new Actor(actor), decision, Stream.of(groups).collect(Collectors.toSet()), "as agreed", List.of());
    }

    @Test
    void where_an_rfc_was_taken_back_change_manager_and_service_owner_decide_together_whatever_they_decide() {
        for (PausedDecision decision : PausedDecision.values()) {
            assertThat(PausedRules.needed(decision, TAKEN_BACK).words()).isEqualTo("change manager and service owner");
        }
    }

    @Test
    void to_end_with_what_was_taken_back_needs_for_each_of_its_units_an_open_rfc_that_is_not_of_the_release() {
        Rfc own = rfc("RFC-9", "u");
        Rfc first = rfc("RFC-2", "u");
        Rfc second = rfc("RFC-3", "v");
        assertThat(PausedRules.removers(List.of(own, first, second), Set.of(own.number())))
                .containsExactly(first, second);
        assertThat(removed(TAKEN_BACK, List.of(first), "u")).isEqualTo("removing-rfc-missing");
        assertThat(removed(TAKEN_BACK, List.of(first), "u", "RFC-4")).isEqualTo("removing-rfc-missing");
        assertThat(removed(TAKEN_BACK, List.of(first), "u", "RFC-2", "RFC-4")).isEqualTo("removing-rfc-missing");
        assertThat(removed(TAKEN_BACK, List.of(first), "u", "RFC-2")).isNull();
        assertThat(removed(TAKEN_BACK, List.of(first, second), "u v", "RFC-2")).isEqualTo("removing-rfc-missing");
        assertThat(removed(TAKEN_BACK, List.of(first, second), "u v", "RFC-2", "RFC-3"))
                .isNull();
        assertThat(removed(QUIET, List.of(), "")).isNull();
        assertThat(PausedRules.notRemoved(PausedDecision.RESUME, TAKEN_BACK, Set.of(), List.of(), Set.of()))
                .isEmpty();
    }

    @Test
    void the_removing_rfcs_count_only_where_they_are_asked_for() {
        Set<RfcNumber> named = Set.of(new RfcNumber("RFC-2"));
        assertThat(PausedRules.removing(PausedDecision.END_HERE, TAKEN_BACK, named))
                .isEqualTo(named);
        assertThat(PausedRules.removing(PausedDecision.RESUME, TAKEN_BACK, named))
                .isEmpty();
        assertThat(PausedRules.removing(PausedDecision.END_HERE, QUIET, named)).isEmpty();
    }

    @Test
    void where_no_site_has_what_was_taken_back_nothing_is_to_be_removed_and_the_same_two_decide() {
        Pause nowhere = new Pause(
                true,
                false,
                false,
                false,
                false,
                List.of(new RfcNumber("RFC-1")),
                List.of(),
                List.of(),
                Optional.empty());
        assertThat(removed(nowhere, List.of(), "")).isNull();
        assertThat(PausedRules.removing(PausedDecision.END_HERE, nowhere, Set.of(new RfcNumber("RFC-2"))))
                .isEmpty();
        assertThat(PausedRules.needed(PausedDecision.END_HERE, nowhere).words())
                .isEqualTo("change manager and service owner");
    }

    @Test
    void no_further_site_is_switched_to_what_is_barred_and_after_the_waves_there_is_none() {
        List<UnitRevision> barred = List.of(new UnitRevision(new UnitId("u"), "1.0.0", Digest.of(new byte[] {1})));
        Pause running = new Pause(true, false, false, false, false, List.of(), List.of(), barred, Optional.empty());
        assertThat(unfit(PausedDecision.RESUME, running)).isEqualTo("revision-not-accepted");
        assertThat(unfit(PausedDecision.RETRY, running)).isEqualTo("revision-not-accepted");
        assertThat(unfit(PausedDecision.END_HERE, running)).isNull();
        assertThat(unfit(PausedDecision.BACK_OUT_ALL, running)).isNull();
        assertThat(unfit(
                        PausedDecision.RESUME,
                        new Pause(false, false, false, false, false, List.of(), List.of(), barred, Optional.empty())))
                .isNull();
    }

    @Test
    void where_the_next_wave_could_not_begin_nobody_goes_on_and_the_reason_is_said() {
        Refusal why = Refusal.of("returns-changed", "Recalled. Back out.");
        Pause quiet = changed(false, why);
        Pause failed = changed(true, why);
        assertThat(PausedRules.unfit(PausedDecision.RESUME, quiet))
                .contains(Refusal.at("decision", "returns-changed", "Recalled. Back out."));
        assertThat(unfit(PausedDecision.RETRY, failed)).isEqualTo("returns-changed");
        assertThat(unfit(PausedDecision.RETRY, quiet)).isEqualTo("nothing-to-retry");
        assertThat(unfit(PausedDecision.RESUME, failed)).isEqualTo("failed-sites-open");
        assertThat(unfit(PausedDecision.END_HERE, quiet)).isNull();
        assertThat(unfit(PausedDecision.BACK_OUT_ALL, quiet)).isNull();
        assertThat(unfit(PausedDecision.BACK_OUT_FAILED, failed)).isNull();
    }

    private static Pause changed(boolean failed, Refusal why) {
        return new Pause(true, failed, false, false, false, List.of(), List.of(), List.of(), Optional.of(why));
    }

    private static @Nullable String removed(Pause pause, List<Rfc> removers, String units, String... named) {
        return PausedRules.notRemoved(
                        PausedDecision.END_HERE,
                        pause,
                        Stream.of(named).map(RfcNumber::new).collect(Collectors.toSet()),
                        removers,
                        Stream.of(units.split(" "))
                                .filter(unit -> !unit.isEmpty())
                                .map(UnitId::new)
                                .collect(Collectors.toSet()))
                .map(Refusal::rule)
                .orElse(null);
    }

    private static Rfc rfc(String number, String unit) {
        return new Rfc(
                new RfcNumber(number),
                "Remove",
                new UnitId(unit),
                Rfc.Impact.LOW,
                false,
                Rfc.Status.APPROVED,
                List.of("Gone."));
    }
}
