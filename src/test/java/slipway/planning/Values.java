package slipway.planning;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slipway.cmdb.Cmdb;
import slipway.release.ReleasePart;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Releases, sites and revisions as values, for tests of rules. */
final class Values {
    static final ReleaseNumber MINE = ReleaseNumber.of(2026, 1);
    static final ReleaseNumber OTHER = ReleaseNumber.of(2026, 2);
    static final UnitId CHECK = new UnitId("iban-check");
    static final UnitId FILES = new UnitId("payment-file");
    static final SiteId ZURICH = new SiteId("zurich");
    static final SiteId NEW_YORK = new SiteId("new-york");
    static final SiteId SINGAPORE = new SiteId("singapore-dr");

    private Values() {}

    static UnitRevision revision(UnitId unit, String version) {
        return new UnitRevision(unit, version, Digest.of(unit + version));
    }

    static ReleasePart.Planned part(ReleaseNumber release, UnitId unit, int place) {
        return new ReleasePart.Planned(new PartId(release, unit), place, "v1.1.0", "4f2a9c0d1e2f3344");
    }

    static SubmittedRelease release(ReleaseNumber number, ReleaseState state, List<UnitId> units, SiteId... sites) {
        return new SubmittedRelease(
                number,
                "Title of " + number,
                "Customers wait",
                new Actor("mara"),
                state,
                Instant.EPOCH,
                ReleaseType.MINOR,
                1,
                IntStream.range(0, units.size())
                        .<ReleasePart>mapToObj(place -> part(number, units.get(place), place))
                        .toList(),
                Set.of(new RfcNumber("RFC-1")),
                Set.of(sites),
                state == ReleaseState.PAUSED ? Optional.of(ReleaseState.IN_ROLLOUT) : Optional.empty(),
                Optional.empty());
    }

    static Cmdb.Item item(SiteId site, UnitId unit, @Nullable UnitRevision verified) {
        return new Cmdb.Item(site, unit, null, null, null, null, verified);
    }

    static Set<Actor> actors(String... ids) {
        return Stream.of(ids).map(Actor::new).collect(Collectors.toUnmodifiableSet());
    }

    static List<Held> held(ReleaseNumber release, UnitId unit, SiteId... sites) {
        return Arrays.stream(sites)
                .map(site -> new Held(1, release, unit, site))
                .toList();
    }
}
