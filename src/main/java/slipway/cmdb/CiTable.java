package slipway.cmdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
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

    Optional<Cmdb.Record> find(SiteId site, UnitId unit) {
        return jdbc.sql("select * from slipway.ci where site = ? and unit = ?")
                .params(site.value(), unit.value())
                .query(CiTable::row)
                .optional();
    }

    List<Cmdb.Record> of(UnitId unit) {
        return jdbc.sql("select * from slipway.ci where unit = ? order by site")
                .param(unit.value())
                .query(CiTable::row)
                .list();
    }

    void authorise(SiteId site, UnitId unit, @Nullable UnitRevision revision) {
        jdbc.sql("""
                        insert into slipway.ci (site, unit, authorised_version, authorised_digest)
                        values (:site, :unit, :version, :digest)
                        on conflict (site, unit) do update
                            set authorised_version = :version, authorised_digest = :digest
                        """)
                .param("site", site.value())
                .param("unit", unit.value())
                .param("version", revision == null ? null : revision.version())
                .param("digest", revision == null ? null : revision.digest().hex())
                .update();
    }

    void observe(SiteId site, UnitId unit, @Nullable UnitRevision revision, Instant at) {
        jdbc.sql("""
                        insert into slipway.ci (site, unit, observed_version, observed_digest, observed_at)
                        values (:site, :unit, :version, :digest, :at)
                        on conflict (site, unit) do update
                            set observed_version = :version, observed_digest = :digest, observed_at = :at
                        """)
                .param("site", site.value())
                .param("unit", unit.value())
                .param("version", revision == null ? null : revision.version())
                .param("digest", revision == null ? null : revision.digest().hex())
                .param("at", Timestamp.from(at))
                .update();
    }

    void verify(SiteId site, UnitId unit, @Nullable UnitRevision revision) {
        jdbc.sql("""
                        update slipway.ci set verified_version = :version, verified_digest = :digest
                        where site = :site and unit = :unit
                        """)
                .param("site", site.value())
                .param("unit", unit.value())
                .param("version", revision == null ? null : revision.version())
                .param("digest", revision == null ? null : revision.digest().hex())
                .update();
    }

    void note(
            Instant at,
            String kind,
            SiteId site,
            UnitId unit,
            @Nullable UnitRevision revision,
            @Nullable ReleaseNumber release) {
        jdbc.sql("""
                        insert into slipway.ci_event (at, kind, site, unit, version, digest, release)
                        values (:at, :kind, :site, :unit, :version, :digest, :release)
                        """)
                .param("at", Timestamp.from(at))
                .param("kind", kind)
                .param("site", site.value())
                .param("unit", unit.value())
                .param("version", revision == null ? null : revision.version())
                .param("digest", revision == null ? null : revision.digest().hex())
                .param("release", release == null ? null : release.value())
                .update();
    }

    private static Cmdb.Record row(ResultSet row, int number) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        Timestamp at = row.getTimestamp("observed_at");
        return new Cmdb.Record(
                new SiteId(row.getString("site")),
                unit,
                revision(row, unit, "authorised"),
                revision(row, unit, "observed"),
                at == null ? null : at.toInstant(),
                revision(row, unit, "verified"));
    }

    private static @Nullable UnitRevision revision(ResultSet row, UnitId unit, String kind) throws SQLException {
        String version = row.getString(kind + "_version");
        return version == null ? null : new UnitRevision(unit, version, new Digest(row.getString(kind + "_digest")));
    }
}
