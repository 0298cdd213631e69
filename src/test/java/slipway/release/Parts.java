package slipway.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Releases and parts as values, for tests of rules. */
final class Parts {
    static final ReleaseNumber RELEASE = ReleaseNumber.of(2026, 1);
    static final UnitId CHECK = new UnitId("iban-check");
    static final UnitId FILES = new UnitId("payment-file");

    private Parts() {}

    static ReleasePart.Planned planned(UnitId unit, int place) {
        return new ReleasePart.Planned(new PartId(RELEASE, unit), place, "v1.1.0", "commit");
    }

    static ReleasePart.Rework rework(UnitId unit, int place) {
        return new ReleasePart.Rework(new PartId(RELEASE, unit), place, "v1.1.0", "commit", "too slow");
    }

    static ReleasePart.Ready ready(UnitId unit, int place) {
        return new ReleasePart.Ready(new PartId(RELEASE, unit), place, "v1.1.0", "commit", made(unit));
    }

    static ReleasePart.Accepted accepted(UnitId unit, int place) {
        return new ReleasePart.Accepted(new PartId(RELEASE, unit), place, "v1.1.0", "commit", made(unit));
    }

    static UnitRevision made(UnitId unit) {
        return new UnitRevision(unit, "1.1.0", Digest.of(unit.value()));
    }

    static Release.Unsubmitted draft() {
        return new Release.Unsubmitted(
                RELEASE, "Faster", "Customers wait", new Actor("mara"), ReleaseState.DRAFT, Instant.EPOCH);
    }

    static SubmittedRelease release(ReleaseState state, ReleasePart... parts) {
        return release(state, Optional.empty(), parts);
    }

    static SubmittedRelease stopped(ReleaseState in) {
        return release(ReleaseState.PAUSED, Optional.of(in), accepted(CHECK, 0));
    }

    private static SubmittedRelease release(
            ReleaseState state, Optional<ReleaseState> stoppedIn, ReleasePart... parts) {
        return new SubmittedRelease(
                RELEASE,
                "Faster",
                "Customers wait",
                new Actor("mara"),
                state,
                Instant.EPOCH,
                ReleaseType.MINOR,
                3,
                List.of(parts),
                Set.of(new RfcNumber("RFC-1")),
                sites("zurich"),
                stoppedIn,
                Optional.empty());
    }

    static Set<SiteId> sites(String... names) {
        return Stream.of(names).map(SiteId::new).collect(Collectors.toUnmodifiableSet());
    }
}
