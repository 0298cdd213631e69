package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.approval.GoNoGo.Decision;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

class GoNoGoRulesTest {
    @Test
    void a_go_needs_no_reason() {
        assertThat(GoNoGoRules.refused(in(ReleaseState.SCHEDULED), Decision.GO, ""))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Decision.class, names = "GO", mode = EnumSource.Mode.EXCLUDE)
    void anything_else_does(Decision decision) {
        assertThat(GoNoGoRules.refused(in(ReleaseState.SCHEDULED), decision, " "))
                .map(Refusal::field)
                .contains("reason");
        assertThat(GoNoGoRules.refused(in(ReleaseState.SCHEDULED), decision, "another week"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ReleaseState.class, names = "SCHEDULED", mode = EnumSource.Mode.EXCLUDE)
    void only_a_scheduled_release_is_decided_on(ReleaseState state) {
        assertThat(GoNoGoRules.refused(in(state), Decision.GO, "")).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("not-scheduled");
            assertThat(no.reason()).contains(state.words());
        });
    }

    @Test
    void the_ledger_keeps_what_a_no_go_asks_for() {
        assertThat(GoNoGoRules.recorded(Decision.GO, "quiet")).isEqualTo("quiet");
        assertThat(GoNoGoRules.recorded(Decision.REPLAN, "another week")).isEqualTo("plan again: another week");
        assertThat(GoNoGoRules.recorded(Decision.CANCEL, "sold")).isEqualTo("cancel the release: sold");
    }

    private static SubmittedRelease in(ReleaseState state) {
        return new SubmittedRelease(
                ReleaseNumber.of(2099, 1),
                "",
                "",
                new Actor("mara"),
                state,
                Instant.EPOCH,
                ReleaseType.MINOR,
                1,
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
