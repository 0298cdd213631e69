package slipway.acceptance;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What runs beside a part when it is tested. */
final class Neighbours {
    private Neighbours() {}

    /**
     * Every other part of the release as it will be, and every required unit besides as it is; empty where none of the
     * sites runs it. {@code live} is what runs of each required unit, and where.
     */
    static Map<UnitId, Optional<UnitRevision>> of(
            UnitId unit,
            Collection<UnitRevision> release,
            Collection<UnitId> required,
            Map<UnitId, Map<UnitRevision, Set<SiteId>>> live,
            Set<SiteId> sites) {
        Map<UnitId, Optional<UnitRevision>> beside = new LinkedHashMap<>();
        release.stream()
                .filter(revision -> !revision.unit().equals(unit))
                .forEach(revision -> beside.put(revision.unit(), Optional.of(revision)));
        required.forEach(each ->
                beside.computeIfAbsent(each, any -> commonest(live.getOrDefault(each, Map.of()), sites)));
        return beside;
    }

    /** What most of the sites run; of several as common as it the first by name, so that a test can be repeated. */
    private static Optional<UnitRevision> commonest(Map<UnitRevision, Set<SiteId>> live, Set<SiteId> sites) {
        return live.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(sites::contains))
                .max(Comparator.<Map.Entry<UnitRevision, Set<SiteId>>>comparingLong(each ->
                                each.getValue().stream().filter(sites::contains).count())
                        .thenComparing(each -> each.getKey().toString(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }
}
