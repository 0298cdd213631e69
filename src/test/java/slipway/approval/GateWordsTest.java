package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.approval.ApprovalEvent.ApprovalDenied;
import slipway.approval.ApprovalEvent.ApprovalGranted;
import slipway.approval.ApprovalEvent.ApprovalVoided;
import slipway.approval.Approvals.Approval;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

class GateWordsTest {
    private static final Optional<UnitId> PART = Optional.of(new UnitId("a"));
    private static final Approval APPROVAL = new Approval(
            ReleaseNumber.of(2099, 1),
            Gate.GO_LIVE,
            Optional.empty(),
            Optional.empty(),
            new Actor("carl"),
            "",
            true,
            "too early",
            Map.of(),
            Map.of(),
            Instant.EPOCH);

    @Test
    void events_say_in_words_what_was_decided_and_why() {
        assertThat(new ApprovalGranted(Gate.GO_LIVE, Optional.empty(), "").words())
                .isEqualTo("Passed the gate 'go live'.");
        assertThat(new ApprovalGranted(Gate.TEST_VERDICT, PART, "tried by hand").words())
                .isEqualTo("Passed the gate 'test verdict' of a: tried by hand");
        assertThat(new ApprovalDenied(Gate.GO_LIVE, Optional.empty(), "plan again: another week").words())
                .isEqualTo("Decided against the release at the gate 'go live': plan again: another week");
        assertThat(new ApprovalVoided(Gate.TEST_VERDICT, PART, Bound.whole(Aspect.WINDOW)).words())
                .isEqualTo("The gate 'test verdict' of a must be decided again, since the window changed.");
    }

    @Test
    void an_event_is_about_the_gate_or_about_the_part() {
        assertThat(new ApprovalGranted(Gate.GO_LIVE, Optional.empty(), "").subject())
                .isEqualTo("GO_LIVE");
        assertThat(new ApprovalGranted(Gate.TEST_VERDICT, PART, "").subject()).isEqualTo("a");
    }

    @Test
    void a_standing_is_a_word() {
        assertThat(GateWords.standing(new Approvals.Granted(APPROVAL))).isEqualTo("stands");
        assertThat(GateWords.standing(new Approvals.Denied(APPROVAL))).isEqualTo("stands");
        assertThat(GateWords.standing(new Approvals.Missing())).isEqualTo("open");
        assertThat(GateWords.standing(new Approvals.Voided(APPROVAL, Bound.of(Aspect.REVISION, new UnitId("a")))))
                .isEqualTo("void, the revision of a changed");
    }

    @Test
    void a_group_is_told_by_whom_it_decided_and_why_against() {
        assertThat(GateWords.voice(new Approvals.Granted(APPROVAL))).isEqualTo("passed by carl");
        assertThat(GateWords.voice(new Approvals.Denied(APPROVAL))).isEqualTo("decided against by carl: too early");
        assertThat(GateWords.voice(new Approvals.Voided(APPROVAL, Bound.whole(Aspect.WINDOW))))
                .isEqualTo("void, the window changed");
        assertThat(GateWords.voice(new Approvals.Missing())).isEqualTo("open");
    }

    @Test
    void a_condition_is_called_by_its_class() {
        assertThat(GateWords.ofClass("GoStands")).isEqualTo("go stands");
        assertThat(GateWords.ofClass("EverybodyReady$$SpringCGLIB$$0")).isEqualTo("everybody ready");
    }
}
