package slipway.release;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import slipway.shared.Digest;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

/** What a release is to deliver: one unit from one tag of its repository, and the RFCs that it implements. */
public record Scope(UnitId unit, String tag, Set<RfcNumber> rfcs) {
    public Scope {
        if (tag.isBlank()) {
            throw new IllegalArgumentException("a scope names the tag to build");
        }
        if (rfcs.isEmpty()) {
            throw new IllegalArgumentException("a scope names at least one RFC");
        }
        rfcs = Set.copyOf(rfcs);
    }

    /** What approvals of the scope bind to: unit and RFCs; a repaired build may come from a later tag. */
    public String fingerprint() {
        String numbers = rfcs.stream()
                .map(RfcNumber::value)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
        return Digest.of(unit + "\n" + numbers).hex();
    }
}
