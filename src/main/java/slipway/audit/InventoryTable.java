package slipway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Repository
class InventoryTable {
    private final JdbcClient jdbc;

    InventoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SiteInventory> of(long audit) {
        return jdbc.sql("select * from slipway.site_inventory where audit = ? order by site")
                .param(audit)
                .query(InventoryTable::inventory)
                .list();
    }

    List<Finding> findings(long audit) {
        return jdbc.sql("select * from slipway.site_finding where audit = ? order by site, id")
                .param(audit)
                .query((row, number) -> new Finding(
                        new SiteId(row.getString("site")),
                        FindingKind.valueOf(row.getString("kind")),
                        row.getString("path"),
                        row.getString("expected"),
                        row.getString("found")))
                .list();
    }

    void save(long audit, SiteInventory seen) {
        UnitRevision expected = seen.expected();
        UnitRevision observed = seen.observed();
        jdbc.sql("""
                        insert into slipway.site_inventory (audit, site, unit, taken_at, installed, expected_version,
                            expected_digest, observed_version, observed_digest, files, content)
                        values (:audit, :site, :unit, :at, :installed, :expectedVersion, :expectedDigest,
                            :observedVersion, :observedDigest, :files, :content)
                        """)
                .param("audit", audit)
                .param("site", seen.site().value())
                .param("unit", seen.unit().value())
                .param("at", Timestamp.from(seen.takenAt()))
                .param("installed", seen.installed())
                .param("expectedVersion", expected == null ? null : expected.version())
                .param(
                        "expectedDigest",
                        expected == null ? null : expected.digest().hex())
                .param("observedVersion", observed == null ? null : observed.version())
                .param(
                        "observedDigest",
                        observed == null ? null : observed.digest().hex())
                .param("files", seen.files())
                .param("content", seen.content())
                .update();
    }

    void save(long audit, Finding finding) {
        jdbc.sql("""
                        insert into slipway.site_finding (audit, site, kind, path, expected, found)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        audit,
                        finding.site().value(),
                        finding.kind().name(),
                        finding.path(),
                        finding.expected(),
                        finding.found())
                .update();
    }

    private static SiteInventory inventory(ResultSet row, int number) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        return new SiteInventory(
                new SiteId(row.getString("site")),
                unit,
                row.getTimestamp("taken_at").toInstant(),
                row.getString("installed"),
                revision(row, unit, "expected"),
                revision(row, unit, "observed"),
                row.getInt("files"),
                row.getString("content"));
    }

    private static @Nullable UnitRevision revision(ResultSet row, UnitId unit, String kind) throws SQLException {
        String version = row.getString(kind + "_version");
        return version == null ? null : new UnitRevision(unit, version, new Digest(row.getString(kind + "_digest")));
    }
}
