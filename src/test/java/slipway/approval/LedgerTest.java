package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/** What a ledger, and whoever says what is true now, do unless they know better. */
class LedgerTest {
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2099, 1);
    private static final UnitId UNIT = new UnitId("a");

    @Test
    void a_gate_is_asked_about_for_the_part_where_there_is_one_and_else_for_the_whole_release() {
        Approvals ledger = new AllDenied();

        assertThat(ledger.standing(RELEASE, Gate.TEST_VERDICT, Optional.of(UNIT)))
                .isEqualTo(ledger.standing(new PartId(RELEASE, UNIT), Gate.TEST_VERDICT))
                .isNotEqualTo(ledger.standing(RELEASE, Gate.TEST_VERDICT));
        assertThat(ledger.standing(RELEASE, Gate.GO_LIVE, Optional.empty()))
                .isEqualTo(ledger.standing(RELEASE, Gate.GO_LIVE));
    }

    @Test
    void who_says_nothing_else_is_asked_about_everything() {
        BindingSource source = release -> Map.of();

        assertThat(source.answersFor()).containsExactlyInAnyOrder(Aspect.values());
    }

    /** A ledger where everything was decided against. */
    private static final class AllDenied implements Approvals {
        @Override
        public Standing standing(ReleaseNumber release, Gate gate) {
            return denied(release, gate, Optional.empty());
        }

        @Override
        public Standing standing(PartId part, Gate gate) {
            return denied(part.release(), gate, Optional.of(part.unit()));
        }

        private static Standing denied(ReleaseNumber release, Gate gate, Optional<UnitId> part) {
            return new Denied(new Approval(
                    release,
                    gate,
                    part,
                    Optional.empty(),
                    new Actor("carl"),
                    "",
                    false,
                    "no",
                    Map.of(),
                    Map.of(),
                    Instant.EPOCH));
        }

        @Override
        public Standing standing(ReleaseNumber release, Gate gate, String group) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void decide(
                ReleaseNumber release,
                Gate gate,
                String group,
                Actor actor,
                boolean granted,
                String reason,
                Map<String, String> said) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void decide(ReleaseNumber release, Gate gate, Actor actor, boolean granted, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void decide(PartId part, Gate gate, Actor actor, boolean granted, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Approval> of(ReleaseNumber release) {
            throw new UnsupportedOperationException();
        }
    }
}
