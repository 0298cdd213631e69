package slipway.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What audits saw, and in what it differs. */
@Repository
class InventoryTable {
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;

    InventoryTable(DataSource database) {
        // Thousands of rows are read in small pieces, so that memory stays as it is.
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_A_TIME);
        this.jdbc = JdbcClient.create(template);
    }

    /** Keeps a list of files once, however many sites have it. */
    void keep(Digest digest, String lines) {
        boolean known = jdbc.sql("select true from slipway.inventory_content where digest = ?")
                .param(digest.hex())
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (!known) {
            jdbc.sql("insert into slipway.inventory_content (digest, lines) values (?, ?) on conflict do nothing")
                    .params(digest.hex(), lines)
                    .update();
        }
    }

    void save(long audit, SiteInventory seen) {
        jdbc.sql("""
                        insert into slipway.site_inventory (audit, site, unit, taken_at, taken_by, installed,
                            expected_version, expected_digest, observed_version, observed_digest, readable, files,
                            content, findings)
                        values (:audit, :site, :unit, :at, :by, :installed, :expectedVersion, :expectedDigest,
                            :observedVersion, :observedDigest, :readable, :files, :content, :findings)
                        """)
                .param("audit", audit)
                .param("site", seen.site().value())
                .param("unit", seen.unit().value())
                .param("at", Timestamp.from(seen.takenAt()))
                .param("by", seen.takenBy().map(Actor::id).orElse(null))
                .param("installed", seen.installed())
                .param("expectedVersion", version(seen.expected()))
                .param("expectedDigest", digest(seen.expected()))
                .param("observedVersion", version(known(seen)))
                .param("observedDigest", observed(seen))
                .param("readable", seen.observed().isPresent())
                .param("files", seen.count())
                .param("content", seen.files().map(Digest::hex).orElse(null))
                .param("findings", seen.findings())
                .update();
    }

    void save(long audit, AuditItem item, List<Difference> differences) {
        jdbc.sql("""
                        insert into slipway.site_finding (audit, site, unit, kind, path, expected, found)
                        select :audit, :site, :unit, f.* from unnest(cast(:kinds as text[]), cast(:paths as text[]),
                            cast(:expected as text[]), cast(:found as text[])) as f
                        """)
                .param("audit", audit)
                .param("site", item.site().value())
                .param("unit", item.unit().value())
                .param("kinds", column(differences, each -> each.kind().name()))
                .param("paths", column(differences, Difference::path))
                .param("expected", column(differences, Difference::expected))
                .param("found", column(differences, Difference::found))
                .update();
    }

    List<SiteInventory> of(long audit, int most) {
        return jdbc.sql("""
                        select * from slipway.site_inventory where audit = ?
                        order by findings = 0, site, unit limit ?
                        """)
                .params(audit, most)
                .query(InventoryTable::inventory)
                .list();
    }

    List<Finding> findings(long audit, int most) {
        return jdbc.sql("select * from slipway.site_finding where audit = ? order by site, unit, id limit ?")
                .params(audit, most)
                .query(InventoryTable::finding)
                .list();
    }

    Set<AuditItem> items(long audit) {
        return jdbc
                .sql("select site, unit from slipway.site_inventory where audit = ?")
                .param(audit)
                .query((row, number) ->
                        new AuditItem(new SiteId(row.getString("site")), new UnitId(row.getString("unit"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    int sites(long audit) {
        return jdbc.sql("select count(distinct site) from slipway.site_inventory where audit = ?")
                .param(audit)
                .query(Integer.class)
                .single();
    }

    /** What a signature binds to: everything that was seen. */
    Digest digest(AuditReport audit) {
        MessageDigest digest = Digest.sha256();
        update(digest, audit.id() + " " + audit.phase());
        try (Stream<SiteInventory> seen = jdbc
                .sql("select * from slipway.site_inventory where audit = ? order by site, unit")
                .param(audit.id())
                .query(InventoryTable::inventory)
                .stream()) {
            seen.forEach(each -> update(digest, each.line()));
        }
        try (Stream<Finding> findings = jdbc
                .sql("select * from slipway.site_finding where audit = ? order by id")
                .param(audit.id())
                .query(InventoryTable::finding)
                .stream()) {
            findings.forEach(each -> update(digest, each.line()));
        }
        return new Digest(HexFormat.of().formatHex(digest.digest()));
    }

    private static void update(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String[] column(List<Difference> differences, Function<Difference, String> value) {
        return differences.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable UnitRevision known(SiteInventory seen) {
        return seen.observed().flatMap(Content::known).orElse(null);
    }

    private static @Nullable String observed(SiteInventory seen) {
        return seen.observed().orElse(null) instanceof Content.Unknown unknown
                ? unknown.digest().hex()
                : digest(known(seen));
    }

    private static @Nullable String version(@Nullable UnitRevision revision) {
        return revision == null ? null : revision.version();
    }

    private static @Nullable String digest(@Nullable UnitRevision revision) {
        return revision == null ? null : revision.digest().hex();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                new SiteId(row.getString("site")),
                new UnitId(row.getString("unit")),
                FindingKind.valueOf(row.getString("kind")),
                row.getString("path"),
                row.getString("expected"),
                row.getString("found"));
    }

    private static SiteInventory inventory(ResultSet row, int number) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        return new SiteInventory(
                new SiteId(row.getString("site")),
                unit,
                row.getTimestamp("taken_at").toInstant(),
                Optional.ofNullable(row.getString("taken_by")).map(Actor::new),
                row.getString("installed"),
                revision(row, unit, "expected"),
                row.getBoolean("readable") ? Optional.of(content(row, unit)) : Optional.empty(),
                row.getInt("files"),
                Optional.ofNullable(row.getString("content")).map(Digest::new),
                row.getInt("findings"));
    }

    private static Content content(ResultSet row, UnitId unit) throws SQLException {
        UnitRevision revision = revision(row, unit, "observed");
        String digest = row.getString("observed_digest");
        return revision == null && digest != null ? new Content.Unknown(new Digest(digest)) : Content.of(revision);
    }

    private static @Nullable UnitRevision revision(ResultSet row, UnitId unit, String kind) throws SQLException {
        String version = row.getString(kind + "_version");
        return version == null ? null : new UnitRevision(unit, version, new Digest(row.getString(kind + "_digest")));
    }
}
