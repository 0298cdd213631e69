package slipway.acceptance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The append-only table of findings. */
@Repository
class FindingRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    FindingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(PartId part, Finding finding) {
        Optional<UnitRevision> predecessor = finding.predecessor().flatMap(Content::known);
        jdbc.sql("""
                        insert into slipway.acceptance_finding (release, unit, version, digest, trial,
                            predecessor_version, predecessor_digest, passed, summary, millis, log, found_at)
                        values (:release, :unit, :version, :digest, :trial, :predecessorVersion, :predecessorDigest,
                            :passed, :summary, :millis, :log, :at)
                        """)
                .param("release", part.release().value())
                .param("unit", part.unit().value())
                .param("version", finding.revision().version())
                .param("digest", finding.revision().digest().hex())
                .param("trial", finding.trial().name())
                .param(
                        "predecessorVersion",
                        predecessor.map(UnitRevision::version).orElse(null))
                .param(
                        "predecessorDigest",
                        predecessor.map(revision -> revision.digest().hex()).orElse(null))
                .param("passed", finding.passed())
                .param("summary", finding.summary())
                .param("millis", finding.millis())
                .param("log", finding.log())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** The newest of each trial on exactly that revision, and of each rehearsal by its predecessor. */
    List<Finding> newest(PartId part, UnitRevision revision) {
        return jdbc
                .sql("""
                        select distinct on (trial, predecessor_version, predecessor_digest) *
                          from slipway.acceptance_finding
                         where release = :release and unit = :unit and version = :version and digest = :digest
                         order by trial, predecessor_version, predecessor_digest, id desc
                        """)
                .param("release", part.release().value())
                .param("unit", part.unit().value())
                .param("version", revision.version())
                .param("digest", revision.digest().hex())
                .query(FindingRows::finding)
                .list()
                .stream()
                .sorted(Comparator.comparing(Finding::trial))
                .toList();
    }

    private static Finding finding(ResultSet row, int line) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        Trial trial = Trial.valueOf(row.getString("trial"));
        return new Finding(
                new UnitRevision(unit, row.getString("version"), new Digest(row.getString("digest"))),
                trial,
                trial == Trial.BACK_OUT_REHEARSAL ? Optional.of(predecessor(unit, row)) : Optional.empty(),
                row.getBoolean("passed"),
                row.getString("summary"),
                row.getLong("millis"),
                row.getString("log"));
    }

    private static Content predecessor(UnitId unit, ResultSet row) throws SQLException {
        @Nullable String version = row.getString("predecessor_version");
        return Content.of(
                version == null
                        ? null
                        : new UnitRevision(unit, version, new Digest(row.getString("predecessor_digest"))));
    }
}
