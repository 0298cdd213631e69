package slipway.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** An audit as it stands; without inventories nobody has looked yet. */
public record AuditReport(
        long id,
        ReleaseNumber release,
        Phase phase,
        Instant orderedAt,
        List<SiteInventory> inventories,
        List<Finding> findings) {
    public AuditReport {
        inventories = List.copyOf(inventories);
        findings = List.copyOf(findings);
    }

    /** What a signature binds to: everything that was seen. */
    public Digest digest() {
        String seen = inventories.stream().map(SiteInventory::line).sorted().collect(Collectors.joining("\n"));
        String differences = findings.stream().map(Finding::line).sorted().collect(Collectors.joining("\n"));
        return Digest.of(id + " " + phase + "\n" + seen + "\n" + differences);
    }

    /** The sites that were looked at. */
    public Set<SiteId> sites() {
        return inventories.stream().map(SiteInventory::site).collect(Collectors.toSet());
    }
}
