package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetStateTest {
    @ParameterizedTest(name = "{0} becomes: {1}")
    @CsvSource({
        "PLANNED, 'PREPARED DISTRIBUTED FAILED NOT_REACHED NOTHING_TO_DO'",
        "PREPARED, 'PREPARED DISTRIBUTED FAILED NOT_REACHED NOTHING_TO_DO'",
        "DISTRIBUTED, 'ACTIVATED FAILED'",
        "ACTIVATED, 'VERIFIED FAILED'",
        "VERIFIED, 'BACKING_OUT'",
        "FAILED, 'PLANNED BACKING_OUT'",
        "NOT_REACHED, 'PLANNED FAILED'",
        "NOTHING_TO_DO, ''",
        "BACKING_OUT, 'RESTORED BACKOUT_FAILED VERIFIED FAILED'",
        "RESTORED, ''",
        "BACKOUT_FAILED, 'REPAIRED BACKOUT_FAILED VERIFIED FAILED'",
        "REPAIRED, ''"
    })
    void a_part_at_a_site_makes_these_moves_and_no_others(TargetState state, String moves) {
        assertThat(Arrays.stream(TargetState.values()).filter(state::mayBecome).map(Enum::name))
                .containsExactlyInAnyOrder(moves.isEmpty() ? new String[0] : moves.split(" "));
    }

    @Test
    void every_way_to_a_state_is_known() {
        assertThat(TargetState.before(TargetState.PLANNED))
                .containsExactlyInAnyOrder(TargetState.FAILED, TargetState.NOT_REACHED);
        assertThat(TargetState.before(TargetState.REPAIRED)).containsExactly(TargetState.BACKOUT_FAILED);
    }

    @ParameterizedTest(name = "{0}: waiting {1}, pending {2}, arrived {3}, returned {4}")
    @CsvSource({
        "PLANNED, true, true, false, false",
        "PREPARED, true, true, false, false",
        "DISTRIBUTED, false, true, false, false",
        "ACTIVATED, false, true, false, false",
        "VERIFIED, false, false, true, false",
        "NOTHING_TO_DO, false, false, true, false",
        "FAILED, false, false, false, false",
        "NOT_REACHED, false, false, false, false",
        "BACKING_OUT, false, false, false, false",
        "RESTORED, false, false, false, true",
        "BACKOUT_FAILED, false, false, false, false",
        "REPAIRED, false, false, false, true"
    })
    void states_say_how_far_a_part_is(
            TargetState state, boolean waiting, boolean pending, boolean arrived, boolean returned) {
        assertThat(state.waiting()).isEqualTo(waiting);
        assertThat(state.pending()).isEqualTo(pending);
        assertThat(state.arrived()).isEqualTo(arrived);
        assertThat(state.returned()).isEqualTo(returned);
    }

    @Test
    void people_read_states_as_words() {
        assertThat(TargetState.NOT_REACHED.words()).isEqualTo("not reached");
    }
}
