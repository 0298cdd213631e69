package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.planning.Plan.PointOfNoReturn;

class NoReturnTest {
    @ParameterizedTest(name = "{0} with wave {1} of 3 activated: {2}")
    @CsvSource({
        "NONE, 3, false",
        "FIRST_WAVE, 0, false",
        "FIRST_WAVE, 1, true",
        "LAST_WAVE, 1, false",
        "LAST_WAVE, 2, false",
        "LAST_WAVE, 3, true"
    })
    void it_counts_from_the_first_activation_whether_verified_or_not(
            PointOfNoReturn point, int activated, boolean passed) {
        List<Target> targets =
                List.of(site("basel", 1, activated), site("oslo", 2, activated), site("quito", 3, activated));
        assertThat(NoReturn.passed(point, targets)).isEqualTo(passed);
    }

    @Test
    void a_wave_that_had_nothing_to_do_is_neither_the_first_nor_the_last() {
        Target before = at("basel").is(TargetState.NOTHING_TO_DO).target();
        Target switched =
                at("oslo").wave(2).is(TargetState.VERIFIED).activated(1).target();
        Parts after = at("quito").wave(3);
        assertThat(NoReturn.passed(PointOfNoReturn.FIRST_WAVE, List.of(before, switched)))
                .isTrue();
        assertThat(NoReturn.passed(PointOfNoReturn.FIRST_WAVE, List.of(before, after.target())))
                .isFalse();
        assertThat(NoReturn.passed(
                        PointOfNoReturn.LAST_WAVE,
                        List.of(
                                before,
                                switched,
                                after.is(TargetState.NOTHING_TO_DO).target())))
                .isTrue();
        assertThat(NoReturn.passed(PointOfNoReturn.LAST_WAVE, List.of(before, switched, after.target())))
                .isFalse();
    }

    private static Target site(String name, int wave, int activated) {
        Parts part = at(name).wave(wave).is(TargetState.FAILED);
        return (wave <= activated ? part.activated(wave) : part).target();
    }
}
