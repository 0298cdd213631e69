package slipway.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import slipway.build.port.BuildTool;
import slipway.check.CheckRules.Verdict;
import slipway.engine.TerminalFailure;

class CheckRulesTest {
    private static final Duration TOOK = Duration.ofSeconds(2);

    @Test
    void only_a_command_that_ended_by_itself_and_was_content_passes() {
        assertThat(CheckRules.of(new BuildTool.Ended(0, TOOK)))
                .isEqualTo(new Verdict(true, "it ended with exit code 0"));
        assertThat(CheckRules.of(new BuildTool.Ended(1, TOOK)))
                .isEqualTo(new Verdict(false, "it ended with exit code 1"));
        assertThat(CheckRules.of(new BuildTool.Stopped("it ran longer than slipway.build.time, 1800 s", TOOK)))
                .isEqualTo(new Verdict(false, "it was stopped: it ran longer than slipway.build.time, 1800 s"));
    }

    @Test
    void what_wrote_more_than_is_kept_does_not_pass_though_it_was_content() {
        assertThat(CheckRules.of(new BuildTool.Ended(0, TOOK, true)))
                .satisfies(verdict -> assertThat(verdict.passed()).isFalse())
                .satisfies(verdict -> assertThat(verdict.summary()).contains("slipway.build.log"));
    }

    @Test
    void what_cannot_run_is_an_incident() {
        assertThatExceptionOfType(TerminalFailure.class)
                .isThrownBy(() -> CheckRules.of(new BuildTool.Unavailable("install bubblewrap")))
                .withMessage("install bubblewrap");
    }
}
