package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;

/** What happened reads as sentences, whatever people typed in between. */
class RolloutEventTest {
    private static final List<Actor> BOTH = List.of(new Actor("carl"), new Actor("olga"));

    @Test
    void a_reason_without_a_stop_gets_one_before_the_next_sentence() {
        assertThat(new RolloutEvent.RolloutEndedEarly("never", List.of(new SiteId("zurich")), BOTH).words())
                .isEqualTo("Rollout ended early: never. Never reached: zurich.");
        assertThat(new RolloutEvent.PausedRolloutDecided(
                                PausedDecision.END_HERE,
                                "Why not?",
                                BOTH,
                                List.of(new RfcNumber("RFC-1042"), new RfcNumber("RFC-1043")))
                        .words())
                .isEqualTo("Decided to end the rollout here by carl, olga: Why not?"
                        + " What was taken back is removed by RFC-1042, RFC-1043.");
    }

    @Test
    void one_site_is_no_sites() {
        assertThat(new RolloutEvent.WaveStarted(2, 1).words()).isEqualTo("Wave 2 started at 1 site.");
        assertThat(new RolloutEvent.RolloutScheduled(1, 1, "The wave stops when a site failed.").words())
                .isEqualTo("1 site scheduled in 1 wave. The wave stops when a site failed.");
        assertThat(new RolloutEvent.BackOutFinished(PausedDecision.BACK_OUT_ALL, List.of(new SiteId("basel"))).words())
                .isEqualTo("Over: back out all sites. 1 site stays with what the release brought there: basel."
                        + " Somebody must put it right there.");
    }

    @Test
    void what_is_stopped_in_its_early_life_is_in_it() {
        assertThat(new RolloutEvent.RolloutStopped(ReleaseState.EARLY_LIFE.words(), "bounces", false).words())
                .isEqualTo("Stopped while in early life: bounces");
    }
}
