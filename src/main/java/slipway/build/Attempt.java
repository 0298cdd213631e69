package slipway.build;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import slipway.build.Deliveries.Delivery;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.UnitRevision;

/** One attempt at a part, built or delivered; revision and manifest come with success. */
record Attempt(
        String key,
        PartId part,
        HowMade how,
        String state,
        String problem,
        Optional<UnitRevision> revision,
        Optional<Manifest> manifest,
        Instant orderedAt) {

    static Attempt of(Build build) {
        Optional<Manifest> made = Optional.ofNullable(build.manifest());
        return new Attempt(
                build.key(),
                build.part(),
                HowMade.REPOSITORY,
                words(build.state()),
                build.problem(),
                made.map(any -> build.revision()),
                made,
                build.orderedAt());
    }

    static Attempt of(Delivery delivery) {
        return new Attempt(
                delivery.key(),
                delivery.part(),
                HowMade.VENDOR,
                words(delivery.state()),
                delivery.problem(),
                delivery.revision(),
                delivery.manifest(),
                delivery.orderedAt());
    }

    private static String words(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The revision that it made; an error unless it made one. */
    UnitRevision made() {
        return revision.orElseThrow(() -> new IllegalStateException(key + " is " + state + " and made nothing"));
    }
}
