package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.DemandedGates.Demanded;
import slipway.identity.Duties;
import slipway.release.ReleaseState;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.testing.InsideStory;

class PassableGatesTest extends InsideStory {
    private static final Optional<ReleaseState> BEFORE = Optional.of(ReleaseState.AUTHORISED);
    private static final Gate SECURITY = new Gate("SECURITY_APPROVAL");

    @Autowired
    private GateRegister register;

    @Autowired
    private Duties duties;

    private ReleaseNumber release;

    @BeforeEach
    void a_release_and_a_gate_of_a_model() {
        release = submitted();
        register.enter(SECURITY, "Security approves");
    }

    @Test
    void a_release_needs_a_gate() {
        assertThat(unmet()).map(Refusal::rule).contains("gates-missing");
    }

    @Test
    void each_gate_is_one_that_a_model_decides_before_a_state_on_the_way() {
        assertThat(unmet(new Demanded(new Gate("HOROSCOPE"), "cab", BEFORE))).hasValueSatisfying(no -> {
            assertThat(no.rule()).isEqualTo("gate-unknown");
            assertThat(no.reason()).contains("HOROSCOPE");
        });
        assertThat(unmet(new Demanded(Gate.GO_LIVE, "change-manager", Optional.empty())))
                .map(Refusal::rule)
                .contains("gate-before-unknown");
        assertThat(unmet(new Demanded(Gate.GO_LIVE, "change-manager", BEFORE))).isEmpty();
    }

    @Test
    void somebody_is_left_for_each_gate() {
        assertThat(unmet(new Demanded(Gate.GO_LIVE, "nobody", BEFORE)))
                .map(Refusal::rule)
                .contains("gate-nobody-may-pass");
    }

    @Test
    void where_groups_decide_each_needs_somebody_of_its_own() {
        // Mara asked for the release, so that Carl is the only change manager; Olga is of the CAB too.
        Demanded managers = new Demanded(SECURITY, "change-manager", BEFORE);
        assertThat(unmet(managers, new Demanded(SECURITY, "cab", BEFORE))).isEmpty();
        assertThat(unmet(
                        managers,
                        new Demanded(SECURITY, "service-owner", BEFORE),
                        new Demanded(SECURITY, "cab", BEFORE)))
                .map(Refusal::rule)
                .contains("gate-nobody-may-pass");
    }

    @Test
    void a_group_that_two_rows_demand_decides_once() {
        Demanded once = new Demanded(SECURITY, "security-officer", BEFORE);
        assertThat(unmet(once, new Demanded(SECURITY, "security-officer", Optional.of(ReleaseState.PLANNED))))
                .isEmpty();
    }

    private Optional<Refusal> unmet(Demanded... demanded) {
        return new PassableGates(any -> List.of(demanded), register, duties).unmet(release);
    }
}
