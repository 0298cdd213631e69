package slipway.audit.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipway.audit.AuditReport;
import slipway.audit.Finding;
import slipway.audit.SiteInventory;
import slipway.shared.UnitRevision;

/** An audit as the tables of forms show it. */
final class AuditRows {
    private AuditRows() {}

    static List<Map<String, Object>> sites(AuditReport report) {
        return report.inventories().stream()
                .map(seen -> site(seen, report.findings()))
                .toList();
    }

    static List<Map<String, Object>> findings(AuditReport report) {
        return report.findings().stream()
                .map(finding -> Map.<String, Object>of(
                        "site", finding.site().value(),
                        "kind", finding.kind().name(),
                        "path", finding.path(),
                        "expected", finding.expected(),
                        "found", finding.found()))
                .toList();
    }

    private static Map<String, Object> site(SiteInventory seen, List<Finding> findings) {
        long open = findings.stream()
                .filter(finding -> finding.site().equals(seen.site()))
                .count();
        return Map.of(
                "site", seen.site().value(),
                "unit", seen.unit().value(),
                "files", seen.files(),
                "expected", name(seen.expected()),
                "installed", name(seen.observed()) + " as " + seen.installed(),
                "verdict", open == 0 ? "as authorised" : open + " finding(s)");
    }

    private static String name(@Nullable UnitRevision revision) {
        return revision == null
                ? "nothing"
                : revision.version() + " (" + revision.digest().brief() + ")";
    }
}
