package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.VERIFIED;

import org.junit.jupiter.api.Test;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.site.Order;

/** What a person is told, and what counts, where a site returns by hand and something came between. */
class ReturnsByHandTest extends HandStory {

    @Test
    void with_nothing_left_to_return_to_a_person_is_told_to_leave_the_site_as_it_is() {
        ReleaseNumber release = verifiedByHand();
        Order back = backByHand(release);
        done(library.recall(before, new Actor("sofia"), "a hole"));
        assertThat(restores.instruction(back).todo())
                .startsWith("Leave rollout-check at basel as it is: nothing is left that it may return to");
        assertThat(restores.instruction(back).revision()).contains(revision);

        done(restores.byHand(back, sure(), DANA, seen(files(revision)), ""));
        assertThat(states(release)).containsEntry("basel", VERIFIED);
        assertThat(part(release, "basel", CHECK).leftAlone()).startsWith("nothing is left that it may return to");
        assertThat(item("basel", CHECK).authorised()).isEqualTo(revision);
        assertThat(backOuts.finish(release)).isEqualTo(new BackOuts.Over(true));
    }

    /** The site runs the release, as a person reported. */
    private ReleaseNumber verifiedByHand() {
        ReleaseNumber release = byHand();
        reported(release, revision);
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Passed.class);
        return release;
    }
}
