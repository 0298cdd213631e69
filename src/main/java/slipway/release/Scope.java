package slipway.release;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import slipway.shared.Digest;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** What a release is to deliver: units in the order in which a site gets them, the RFCs that it implements, the sites. */
public record Scope(List<PartScope> parts, Set<RfcNumber> rfcs, Set<SiteId> sites) {
    public Scope {
        parts = List.copyOf(parts);
        rfcs = Set.copyOf(rfcs);
        sites = Set.copyOf(sites);
        if (parts.isEmpty() || rfcs.isEmpty() || sites.isEmpty()) {
            throw new IllegalArgumentException("a scope names at least one part, one RFC and one site");
        }
        if (parts.stream().map(PartScope::unit).distinct().count() < parts.size()) {
            throw new IllegalArgumentException("a scope names a unit once");
        }
    }

    public Set<UnitId> units() {
        return parts.stream().map(PartScope::unit).collect(Collectors.toUnmodifiableSet());
    }

    /** What approvals of the scope bind to: units, RFCs and sites; a repaired build may come from a later tag. */
    public String fingerprint() {
        return Digest.of(sorted(units()) + "\n" + sorted(rfcs) + "\n" + sorted(sites))
                .hex();
    }

    private static TreeSet<String> sorted(Set<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
