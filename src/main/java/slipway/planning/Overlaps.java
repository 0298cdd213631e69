package slipway.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slipway.planning.Reservations.Overlap;
import slipway.release.ReleasePart;
import slipway.release.SubmittedRelease;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** Where two releases want the same unit at the same sites; whichever of the two one asks for, the other is named. */
final class Overlaps {
    private record Place(ReleaseNumber release, UnitId unit, SiteId site) {}

    private Overlaps() {}

    /** {@code open}: the open releases of each unit; sites that the other one has now stand apart from those it wants. */
    static List<Overlap> of(SubmittedRelease release, Map<UnitId, List<SubmittedRelease>> open, Collection<Held> held) {
        Set<Place> reserved = held.stream()
                .map(each -> new Place(each.release(), each.unit(), each.site()))
                .collect(Collectors.toUnmodifiableSet());
        List<Overlap> overlaps = new ArrayList<>();
        for (ReleasePart part : release.parts()) {
            for (SubmittedRelease other : open.getOrDefault(part.unit(), List.of())) {
                if (!other.number().equals(release.number())) {
                    Predicate<SiteId> has = site -> reserved.contains(new Place(other.number(), part.unit(), site));
                    add(overlaps, other, part.unit(), shared(release, other, has), true);
                    add(overlaps, other, part.unit(), shared(release, other, has.negate()), false);
                }
            }
        }
        return List.copyOf(overlaps);
    }

    private static List<SiteId> shared(SubmittedRelease one, SubmittedRelease other, Predicate<SiteId> wanted) {
        return one.sites().stream()
                .filter(other.sites()::contains)
                .filter(wanted)
                .sorted(Comparator.comparing(SiteId::value))
                .toList();
    }

    private static void add(
            List<Overlap> overlaps, SubmittedRelease other, UnitId unit, List<SiteId> sites, boolean reserved) {
        if (!sites.isEmpty()) {
            overlaps.add(
                    new Overlap(other.number(), other.title(), other.state().words(), unit, sites, reserved));
        }
    }
}
