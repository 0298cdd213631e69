package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.RELEASE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.event.Event;
import slipway.event.EventLog;
import slipway.interruption.InterruptionEvent.SeriousIncidentReported;
import slipway.shared.Actor;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

class SinceThenTest {
    private static final Actor IDA = new Actor("ida");
    private static final EventLog.Entry STARTED = entry(Optional.empty(), new RolloutEvent.RolloutStarted());
    private static final EventLog.Entry PAUSED =
            entry(Optional.empty(), new RolloutEvent.RolloutPaused(Optional.of(1), "A site failed.", false));

    @Test
    void what_people_raised_since_the_rollout_stands_is_told_oldest_first() {
        assertThat(SinceThen.of(List.of(STARTED, incident("INC-1"), PAUSED, incident("INC-2"), incident("INC-3"))))
                .containsExactly(
                        new PausedRollouts.Happening(IDA, words("INC-2")),
                        new PausedRollouts.Happening(IDA, words("INC-3")));
    }

    @Test
    void of_several_pauses_the_last_one_counts() {
        assertThat(SinceThen.of(List.of(PAUSED, incident("INC-1"), STARTED, PAUSED, incident("INC-2"))))
                .containsExactly(new PausedRollouts.Happening(IDA, words("INC-2")));
    }

    @Test
    void where_nothing_ever_stood_nothing_was_raised_since() {
        assertThat(SinceThen.of(List.of(STARTED, incident("INC-1")))).isEmpty();
        assertThat(SinceThen.of(List.of())).isEmpty();
    }

    @Test
    void what_a_person_reported_late_is_told() {
        Event late = new RolloutEvent.SiteReportedLate(new SiteId("basel"), new UnitId("shop"), "there is shop 2.0.0");
        assertThat(SinceThen.of(List.of(PAUSED, entry(Optional.of(IDA), late))))
                .containsExactly(new PausedRollouts.Happening(IDA, late.words()));
    }

    @Test
    void what_slipway_did_itself_and_what_people_decided_about_the_rollout_are_not_told() {
        Event decided = new RolloutEvent.PausedRolloutDecided(
                PausedDecision.RESUME, "It was the network.", List.of(IDA), List.of());

        assertThat(SinceThen.of(List.of(
                        PAUSED,
                        entry(Optional.of(IDA), decided),
                        entry(Optional.empty(), new SeriousIncidentReported("INC-1", "slow", "it stands")))))
                .isEmpty();
    }

    private static EventLog.Entry incident(String number) {
        return entry(Optional.of(IDA), new SeriousIncidentReported(number, "slow", "it stands"));
    }

    private static String words(String number) {
        return "Serious incident " + number + " (slow): it stands.";
    }

    private static EventLog.Entry entry(Optional<Actor> actor, Event event) {
        return new EventLog.Entry(1, Instant.EPOCH, Optional.of(RELEASE), actor, event.subject(), event);
    }
}
