package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.NEW;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.SiteId;

class ToComeTest {
    private static final SiteId[] ALL = sites("basel", "oslo", "quito", "rome");

    private final List<Target> half = targets(
            at("basel").is(TargetState.VERIFIED),
            at("oslo").wave(2).is(TargetState.PREPARED),
            at("quito").wave(3).is(TargetState.PLANNED),
            at("rome").wave(2).is(TargetState.ACTIVATED));

    @ParameterizedTest
    @EnumSource(ReleaseState.class)
    void before_its_rollout_all_of_a_release_is_to_come(ReleaseState state) {
        boolean before =
                EnumSet.range(ReleaseState.DRAFT, ReleaseState.PRE_AUDITED).contains(state);
        SubmittedRelease release = release(state);
        assertThat(ToCome.rolloutBegan(release)).isNotEqualTo(before);
        assertThat(ToCome.sites(release, () -> half)).containsExactlyInAnyOrder(before ? ALL : sites("oslo", "quito"));
        assertThat(ToCome.sitesOfNextWave(release, () -> half)).containsExactlyInAnyOrder(before ? ALL : sites("oslo"));
    }

    @Test
    void when_every_wave_began_nothing_is_to_come() {
        List<Target> begun =
                targets(at("basel").is(TargetState.ACTIVATED), at("oslo").is(TargetState.FAILED));
        assertThat(ToCome.sites(release(ReleaseState.IN_ROLLOUT), () -> begun)).isEmpty();
        assertThat(ToCome.sitesOfNextWave(release(ReleaseState.IN_ROLLOUT), () -> begun))
                .isEmpty();
    }

    @Test
    void the_next_wave_is_the_first_that_is_not_through() {
        assertThat(ToCome.nextWave(half)).contains(2);
        assertThat(ToCome.pendingSites(half, 2)).containsExactlyInAnyOrder(sites("oslo", "rome"));
        assertThat(ToCome.pendingSites(half, 1)).isEmpty();
        assertThat(ToCome.nextWave(targets(at("basel").is(TargetState.VERIFIED))))
                .isEmpty();
    }

    @Test
    void the_first_wave_is_the_first_as_arranged() {
        assertThat(ToCome.sitesOfFirstWave(targets(
                        at("oslo").wave(2), at("basel").wave(1), at("rome").wave(1))))
                .containsExactlyInAnyOrder(sites("basel", "rome"));
        assertThat(ToCome.sitesOfFirstWave(List.of())).isEmpty();
    }

    private static List<Target> targets(Parts... parts) {
        return Arrays.stream(parts).map(Parts::target).toList();
    }

    private static SiteId[] sites(String... names) {
        return Stream.of(names).map(SiteId::new).toArray(SiteId[]::new);
    }

    private static SubmittedRelease release(ReleaseState state) {
        return new SubmittedRelease(
                RELEASE,
                "Check more",
                "Fewer wrong transfers",
                new Actor("rita"),
                state,
                Instant.EPOCH,
                ReleaseType.MINOR,
                1,
                List.of(new ReleasePart.Accepted(new PartId(RELEASE, CHECK), 0, "v1.1.0", "4f2c", NEW)),
                Set.of(),
                Set.of(ALL),
                Optional.empty(),
                Optional.empty());
    }
}
