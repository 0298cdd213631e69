package slipway.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.planning.Values.CHECK;
import static slipway.planning.Values.MINE;
import static slipway.planning.Values.ZURICH;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.planning.Plan.PointOfNoReturn;
import slipway.planning.Plans.Draft;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.testing.Goals;

class PlanRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant START = NOW.plusSeconds(3600);

    @Test
    void plans_are_made_only_while_the_release_is_submitted() {
        assertThat(Arrays.stream(ReleaseState.values())
                        .filter(state -> state != ReleaseState.DRAFT && state != ReleaseState.CLOSED)
                        .filter(state -> PlanRules.notSubmitted(Values.release(MINE, state, List.of(CHECK), ZURICH))
                                .isEmpty()))
                .containsExactly(ReleaseState.SUBMITTED);
    }

    @Test
    void objectives_are_one_to_three_short_sentences() {
        good(objectives("x".repeat(200)));
        good(objectives("One", "Two", "Three"));
        refused(objectives(), "objective1", "measurable-objectives");
        refused(objectives("x".repeat(201)), "objective1", "measurable-objectives");
        refused(objectives("Faster", " "), "objective2", "measurable-objectives");
        refused(objectives("One", "Two", "x".repeat(201)), "objective3", "measurable-objectives");
        refused(
                objectives(Collections.nCopies(4, "Faster").toArray(String[]::new)),
                "objective1",
                "measurable-objectives");
    }

    @Test
    void only_what_is_not_critical_is_measured_later_and_then_after_the_window() {
        Instant end = START.plusSeconds(60);
        good(measured(false, end.plusSeconds(1)));
        refused(measured(false, end), "measured2", "measured-too-early");
        refused(measured(true, end.plusSeconds(1)), "measured2", "critical-measured-later");
        good(measured(false, Instant.parse("2031-11-25T12:00:00Z")));
        refused(measured(false, Instant.parse("2031-11-25T12:00:01Z")), "measured2", "measured-too-late");
        refused(measured(false, Instant.MAX), "measured2", "measured-too-late");
    }

    private static Draft measured(boolean critical, Instant when) {
        List<Objective> objectives =
                List.of(Goals.other("Faster"), new Objective("Quiet", critical, Optional.of(when)));
        return draft(objectives, START, START.plusSeconds(60), Duration.ofMinutes(5));
    }

    @Test
    void the_window_ends_after_it_starts_in_the_future_and_lasts_a_minute() {
        good(window(START, START.plusSeconds(60)));
        good(window(NOW.minusSeconds(3600), NOW.plusMillis(1)));
        refused(window(START, START), "end", "window-order");
        refused(window(START.plusSeconds(1), START), "end", "window-order");
        refused(window(NOW.minusSeconds(3600), NOW), "end", "window-past");
        refused(window(START, START.plusMillis(59_999)), "end", "window-too-short");
    }

    @Test
    void a_back_out_may_take_some_time_but_no_more_than_a_day() {
        good(backout(Duration.ofSeconds(1)));
        good(backout(Duration.ofDays(1)));
        refused(backout(Duration.ZERO), "backoutMinutes", "backout-limit");
        refused(backout(Duration.ofMinutes(-1)), "backoutMinutes", "backout-limit");
        refused(backout(Duration.ofDays(1).plusMillis(1)), "backoutMinutes", "backout-limit");
    }

    @Test
    void a_return_says_why() {
        assertThat(PlanRules.returnedWithoutReason(true, "")).isEmpty();
        assertThat(PlanRules.returnedWithoutReason(false, "too short")).isEmpty();
        assertThat(PlanRules.returnedWithoutReason(false, " "))
                .hasValueSatisfying(no -> assertThat(no.field()).isEqualTo("reason"));
    }

    private static void good(Draft draft) {
        assertThat(PlanRules.broken(draft, NOW)).isEmpty();
    }

    private static void refused(Draft draft, String field, String rule) {
        Optional<Refusal> broken = PlanRules.broken(draft, NOW);
        assertThat(broken).hasValueSatisfying(no -> {
            assertThat(no.field()).isEqualTo(field);
            assertThat(no.rule()).isEqualTo(rule);
        });
    }

    private static Draft objectives(String... objectives) {
        return draft(Goals.critical(objectives), START, START.plusSeconds(60), Duration.ofMinutes(5));
    }

    private static Draft window(Instant start, Instant end) {
        return draft(Goals.critical("Faster"), start, end, Duration.ofMinutes(5));
    }

    private static Draft backout(Duration limit) {
        return draft(Goals.critical("Faster"), START, START.plusSeconds(60), limit);
    }

    private static Draft draft(List<Objective> objectives, Instant start, Instant end, Duration limit) {
        return new Draft(MINE, objectives, start, end, limit, PointOfNoReturn.NONE, new Actor("rita"));
    }
}
