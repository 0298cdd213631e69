package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.FILES;
import static slipway.acceptance.Values.MADE;
import static slipway.acceptance.Values.revision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.build.port.BuildTool;

class TestedTest {
    @Test
    void a_command_that_ends_well_passed_beside_what_ran_with_it() {
        assertThat(Tested.of(new BuildTool.Ended(0, Duration.ofMillis(7)), List.of(revision(FILES, "2.0.0")), "ok"))
                .isEqualTo(new Tested(true, "the acceptance tests passed beside payment-file 2.0.0", 7, "ok"));
        assertThat(Tested.of(new BuildTool.Ended(0, Duration.ofMillis(7)), List.of(), "ok")
                        .summary())
                .isEqualTo("the acceptance tests passed");
    }

    @Test
    void any_other_end_failed() {
        assertThat(Tested.of(new BuildTool.Ended(3, Duration.ofMillis(7)), List.of(), "no"))
                .isEqualTo(new Tested(false, "the acceptance tests ended with exit code 3", 7, "no"));
        assertThat(Tested.of(new BuildTool.Stopped("30 minutes", Duration.ofMillis(9)), List.of(), "no"))
                .isEqualTo(new Tested(false, "the tests were stopped: 30 minutes", 9, "no"));
        assertThat(Tested.of(new BuildTool.Unavailable("no sandbox"), List.of(), ""))
                .isEqualTo(Tested.failed("no sandbox"));
    }

    @Test
    void it_becomes_a_finding_on_the_revision() {
        assertThat(Tested.BY_HAND.finding(MADE))
                .isEqualTo(new Finding(
                        MADE,
                        Trial.TESTS,
                        Optional.empty(),
                        true,
                        "no acceptance command was delivered; nothing was run",
                        0,
                        null));
        assertThat(Tested.failed("none").finding(MADE).passed()).isFalse();
    }

    @Test
    void what_was_not_run_is_not_called_passed() {
        assertThat(Tested.BY_HAND.finding(MADE).words())
                .isEqualTo("not run: no acceptance command was delivered; nothing was run");
        assertThat(Tested.failed("none").finding(MADE).words()).isEqualTo("failed: none");
        assertThat(Tested.of(new BuildTool.Ended(0, Duration.ofMillis(7)), List.of(), "")
                        .finding(MADE)
                        .words())
                .isEqualTo("passed: the acceptance tests passed");
    }
}
