package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.NEW;
import static slipway.rollout.Parts.OLD;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Cmdb;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;

class StayRulesTest {
    private static final Instant FAILED = Instant.parse("2026-11-25T20:00:00Z");
    private static final Instant LATER = FAILED.plusSeconds(1);
    private static final Content OTHER = new Content.Unknown(Digest.of("other"));
    private static final ReleaseNumber NEXT = new ReleaseNumber("REL-2026-0009");

    private final Parts failed =
            at("oslo").is(TargetState.FAILED).activated(1).leftAlone("on top").changedAt(FAILED);

    @Test
    void only_what_was_switched_and_left_alone_can_stay() {
        assertThat(StayRules.leftAlone(failed.target())).isTrue();
        assertThat(StayRules.leftAlone(at("oslo").leftAlone("decided").target()))
                .isFalse();
        assertThat(StayRules.leftAlone(failed.leftAlone("").target())).isFalse();
    }

    @Test
    void a_place_that_the_cmdb_does_not_know_has_nothing() {
        assertThat(StayRules.stays(failed.target(), Optional.empty(), () -> Optional.of(NEW)))
                .isFalse();
    }

    @Test
    void it_stays_where_its_very_revision_was_seen() {
        Target verified = at("oslo").is(TargetState.VERIFIED).activated(1).target();
        assertThat(stays(verified, NEXT, Content.of(NEW), LATER)).isTrue();
        assertThat(stays(verified, RELEASE, Content.of(OLD), LATER)).isFalse();
        assertThat(stays(verified, RELEASE, OTHER, FAILED)).isFalse();
    }

    @Test
    void what_failed_when_it_was_switched_stays_until_something_known_is_seen_there() {
        Target target = failed.target();
        assertThat(stays(target, RELEASE, Content.of(OLD), FAILED.minusNanos(1)))
                .isTrue();
        assertThat(stays(target, RELEASE, Content.of(OLD), FAILED)).isFalse();
        assertThat(stays(target, RELEASE, new Content.Absent(), LATER)).isFalse();
        assertThat(stays(target, RELEASE, OTHER, LATER))
                .as("altered files of it")
                .isTrue();
        assertThat(stays(target, RELEASE, null, null)).isTrue();
        assertThat(stays(target, NEXT, OTHER, LATER)).as("another one's by now").isFalse();
    }

    private static boolean stays(
            Target target, ReleaseNumber authorisedBy, @Nullable Content observed, @Nullable Instant at) {
        Cmdb.Item item = new Cmdb.Item(target.site(), target.unit(), OLD, authorisedBy, observed, at, OLD);
        return StayRules.stays(target, Optional.of(item), () -> Optional.of(NEW));
    }
}
