package slipway.planning;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** Who stands in the way of a release that needs sites for itself. */
final class Holders {
    private Holders() {}

    /** Every other holder with its units and sites, if there is one. */
    static Optional<Refusal> refused(ReleaseNumber release, Collection<Held> held) {
        Map<String, TreeSet<SiteId>> others = new TreeMap<>();
        held.stream()
                .filter(each -> !each.release().equals(release))
                .forEach(each -> others.computeIfAbsent(
                                each.release() + " has " + each.unit() + " at ",
                                any -> new TreeSet<>(Comparator.comparing(SiteId::value)))
                        .add(each.site()));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "reserved-by-another",
                        "Other releases have for themselves what " + release + " needs: "
                                + others.entrySet().stream()
                                        .map(each -> each.getKey() + listed(each.getValue()))
                                        .collect(Collectors.joining("; "))
                                + ". Wait until they are verified there and soaked, or plan without these sites."));
    }

    private static String listed(Collection<SiteId> sites) {
        return sites.stream().map(SiteId::value).collect(Collectors.joining(", "));
    }
}
