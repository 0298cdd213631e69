package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

class AttemptTest {
    private static final UnitId UNIT = new UnitId("unit");
    private static final PartId PART = new PartId(new ReleaseNumber("REL-2026-0001"), UNIT);
    private static final Manifest FILES = new Manifest(List.of(new Manifest.Entry("file", Digest.of("x"), 1, false)));
    private static final UnitRevision REVISION = new UnitRevision(UNIT, "1.1.0", FILES.digest());

    private static Build build(Build.State state, @Nullable String version, @Nullable Manifest manifest) {
        return new Build(
                "BLD-1",
                PART.release(),
                1,
                UNIT,
                "unit.git",
                "v1.1.0",
                "c1",
                state,
                "",
                null,
                null,
                "oops",
                "",
                version,
                manifest,
                Instant.EPOCH);
    }

    private static Deliveries.Delivery delivery(Optional<Manifest> manifest) {
        return new Deliveries.Delivery(
                "DLV-1",
                PART,
                1,
                "1.1.0",
                FILES.digest(),
                manifest.isPresent() ? Deliveries.State.SOUND : Deliveries.State.UNSOUND,
                "",
                "",
                manifest.map(any -> REVISION),
                manifest,
                Instant.EPOCH);
    }

    @Test
    void a_build_is_an_attempt_that_made_something_when_it_passed() {
        Attempt passed = Attempt.of(build(Build.State.PASSED, "1.1.0", FILES));
        assertThat(passed.how()).isEqualTo(HowMade.REPOSITORY);
        assertThat(passed.state()).isEqualTo("passed");
        assertThat(passed.part()).isEqualTo(PART);
        assertThat(passed.manifest()).contains(FILES);
        assertThat(passed.made()).isEqualTo(REVISION);

        Attempt failed = Attempt.of(build(Build.State.FAILED, null, null));
        assertThat(failed.problem()).isEqualTo("oops");
        assertThat(failed.revision()).isEmpty();
        assertThatThrownBy(failed::made).hasMessage("BLD-1 is failed and made nothing");
    }

    @Test
    void a_delivery_is_an_attempt_that_made_something_when_it_is_sound() {
        assertThat(Attempt.of(delivery(Optional.of(FILES))).made()).isEqualTo(REVISION);
        Attempt unsound = Attempt.of(delivery(Optional.empty()));
        assertThat(unsound.how()).isEqualTo(HowMade.VENDOR);
        assertThatThrownBy(unsound::made).hasMessage("DLV-1 is unsound and made nothing");
    }

    @Test
    void a_build_has_ended_when_it_passed_or_failed_and_made_something_only_when_it_passed() {
        assertThat(build(Build.State.ORDERED, null, null).ended()).isFalse();
        assertThat(build(Build.State.RUNNING, null, null).ended()).isFalse();
        assertThat(build(Build.State.FAILED, null, null).ended()).isTrue();
        assertThat(build(Build.State.PASSED, "1.1.0", FILES).ended()).isTrue();
        assertThat(build(Build.State.PASSED, "1.1.0", FILES).revision()).isEqualTo(REVISION);
        assertThatThrownBy(() -> build(Build.State.RUNNING, null, null).made())
                .hasMessage("build BLD-1 is RUNNING and made nothing");
        assertThatThrownBy(() -> build(Build.State.RUNNING, null, null).revision())
                .hasMessage("build BLD-1 is RUNNING and has no version");
    }
}
