package slipway.cmdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Repository
class CiTable {
    private final JdbcClient jdbc;

    CiTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Cmdb.Item> find(SiteId site, UnitId unit) {
        return jdbc.sql("select * from slipway.ci where site = ? and unit = ?")
                .params(site.value(), unit.value())
                .query(CiTable::row)
                .optional();
    }

    List<Cmdb.Item> of(UnitId unit) {
        return jdbc.sql("select * from slipway.ci where unit = ? order by site")
                .param(unit.value())
                .query(CiTable::row)
                .list();
    }

    Map<UnitRevision, Set<SiteId>> live(UnitId unit) {
        Map<UnitRevision, Set<SiteId>> live = new HashMap<>();
        jdbc.sql("""
                        select site, verified_version, verified_digest from slipway.ci
                        where unit = ? and verified_digest is not null
                        """).param(unit.value()).query(row -> {
            UnitRevision revision = new UnitRevision(
                    unit, row.getString("verified_version"), new Digest(row.getString("verified_digest")));
            live.computeIfAbsent(revision, first -> new HashSet<>()).add(new SiteId(row.getString("site")));
        });
        return live;
    }

    void authorise(Set<SiteId> sites, UnitId unit, @Nullable UnitRevision revision, @Nullable ReleaseNumber release) {
        jdbc.sql("""
                        insert into slipway.ci (site, unit, authorised_version, authorised_digest, authorised_by)
                        select site, :unit, :version, :digest, :release from unnest(:sites::text[]) as s (site)
                        on conflict (site, unit) do update set authorised_version = excluded.authorised_version,
                            authorised_digest = excluded.authorised_digest, authorised_by = excluded.authorised_by
                        """)
                .param("sites", sites.stream().map(SiteId::value).sorted().toArray(String[]::new))
                .param("unit", unit.value())
                .param("version", revision == null ? null : revision.version())
                .param("digest", revision == null ? null : revision.digest().hex())
                .param("release", release == null ? null : release.value())
                .update();
    }

    void observe(SiteId site, UnitId unit, Content content, boolean verified, Instant at) {
        UnitRevision known = content.known().orElse(null);
        jdbc.sql("""
                        insert into slipway.ci as c (site, unit, observed_version, observed_digest, observed_at,
                            verified_version, verified_digest)
                        values (:site, :unit, :version, :digest, :at, :verifiedVersion, :verifiedDigest)
                        on conflict (site, unit) do update set observed_version = excluded.observed_version,
                            observed_digest = excluded.observed_digest, observed_at = excluded.observed_at,
                            verified_version = case when :verified then excluded.verified_version
                                else c.verified_version end,
                            verified_digest = case when :verified then excluded.verified_digest
                                else c.verified_digest end
                        """)
                .param("site", site.value())
                .param("unit", unit.value())
                .param("version", known == null ? null : known.version())
                .param("digest", digest(content))
                .param("at", Timestamp.from(at))
                .param("verified", verified)
                .param("verifiedVersion", known == null || !verified ? null : known.version())
                .param(
                        "verifiedDigest",
                        known == null || !verified ? null : known.digest().hex())
                .update();
    }

    private static @Nullable String digest(Content content) {
        return switch (content) {
            case Content.Known known -> known.revision().digest().hex();
            case Content.Unknown unknown -> unknown.digest().hex();
            case Content.Absent absent -> null;
        };
    }

    private static Cmdb.Item row(ResultSet row, int number) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        Timestamp at = row.getTimestamp("observed_at");
        String by = row.getString("authorised_by");
        return new Cmdb.Item(
                new SiteId(row.getString("site")),
                unit,
                revision(row, unit, "authorised"),
                by == null ? null : new ReleaseNumber(by),
                at == null ? null : observed(row, unit),
                at == null ? null : at.toInstant(),
                revision(row, unit, "verified"));
    }

    private static Content observed(ResultSet row, UnitId unit) throws SQLException {
        String digest = row.getString("observed_digest");
        if (digest == null) {
            return new Content.Absent();
        }
        UnitRevision known = revision(row, unit, "observed");
        return known == null ? new Content.Unknown(new Digest(digest)) : new Content.Known(known);
    }

    private static @Nullable UnitRevision revision(ResultSet row, UnitId unit, String kind) throws SQLException {
        String version = row.getString(kind + "_version");
        return version == null ? null : new UnitRevision(unit, version, new Digest(row.getString(kind + "_digest")));
    }
}
