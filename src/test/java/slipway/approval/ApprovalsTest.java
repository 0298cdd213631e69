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

/** A decision is looked up as what it was about: the release, one part, or one group. */
class ApprovalsTest {
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2099, 1);
    private static final Optional<UnitId> PART = Optional.of(new UnitId("a"));

    private final Approvals ledger = new Ledger();

    @Test
    void a_standing_is_asked_of_the_release_or_of_the_part() {
        assertThat(ledger.standing(RELEASE, Gate.GO_LIVE, Optional.empty())).isEqualTo(said("the release"));
        assertThat(ledger.standing(RELEASE, Gate.GO_LIVE, PART)).isEqualTo(said("the part a"));
    }

    @Test
    void a_decision_stands_by_what_it_was_about() {
        assertThat(ledger.standing(about(Optional.empty(), Optional.empty()))).isEqualTo(said("the release"));
        assertThat(ledger.standing(about(PART, Optional.empty()))).isEqualTo(said("the part a"));
        assertThat(ledger.standing(about(Optional.empty(), Optional.of("cab")))).isEqualTo(said("the group cab"));
    }

    private static Approvals.Approval about(Optional<UnitId> part, Optional<String> group) {
        return new Approvals.Approval(
                RELEASE, Gate.GO_LIVE, part, group, new Actor("carl"), "", true, "", Map.of(), Map.of(), Instant.EPOCH);
    }

    private static Approvals.Standing said(String of) {
        return new Approvals.Denied(new Approvals.Approval(
                RELEASE,
                Gate.GO_LIVE,
                Optional.empty(),
                Optional.empty(),
                new Actor("carl"),
                "",
                false,
                of,
                Map.of(),
                Map.of(),
                Instant.EPOCH));
    }

    /** Says of what it was asked. */
    private static final class Ledger implements Approvals {
        @Override
        public Standing standing(ReleaseNumber release, Gate gate) {
            return said("the release");
        }

        @Override
        public Standing standing(PartId part, Gate gate) {
            return said("the part " + part.unit());
        }

        @Override
        public Standing standing(ReleaseNumber release, Gate gate, String group) {
            return said("the group " + group);
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
        public List<Approval> of(ReleaseNumber release) {
            return List.of();
        }
    }
}
