package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.CHECK;
import static slipway.acceptance.Values.accepted;
import static slipway.acceptance.Values.denied;
import static slipway.acceptance.Values.granted;
import static slipway.acceptance.Values.holding;
import static slipway.acceptance.Values.ready;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.approval.Approvals;
import slipway.library.Library.Holding;
import slipway.library.Library.State;
import slipway.release.ReleasePart;

class GoLiveRulesTest {
    private static final Optional<Holding> HELD = Optional.of(holding(State.ACCEPTED, false));

    @Test
    void exactly_what_was_tested_and_accepted_may_go_live() {
        assertThat(GoLiveRules.unmet(accepted(CHECK), granted(""), HELD)).isEmpty();
    }

    @Test
    void nothing_else_may() {
        unmet(ready(CHECK), granted(""), HELD, "iban-check is not accepted");
        unmet(accepted(CHECK), denied("case 3"), HELD, "has no test verdict that stands", "case 3");
        unmet(accepted(CHECK), new Approvals.Missing(), HELD, "has no test verdict that stands");
        unmet(accepted(CHECK), granted(""), Optional.empty(), "The library does not hold iban-check 1.1.0");
        unmet(accepted(CHECK), granted(""), Optional.of(holding(State.ACCEPTED, true)), "is recalled in the library");
        unmet(
                accepted(CHECK),
                granted(""),
                Optional.of(holding(State.CHECKED_IN, false)),
                "is checked in in the library");
    }

    private static void unmet(
            ReleasePart part, Approvals.Standing verdict, Optional<Holding> holding, String... words) {
        assertThat(GoLiveRules.unmet(part, verdict, holding)).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("accepted-revision");
            assertThat(no.reason()).contains(words);
        });
    }
}
