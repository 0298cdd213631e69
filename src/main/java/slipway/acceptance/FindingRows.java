package slipway.acceptance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances.Finding;
import slipway.acceptance.Acceptances.Trial;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The append-only table of findings. */
@Component
class FindingRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    FindingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ReleaseNumber release, Finding finding) {
        jdbc.sql("""
                        insert into slipway.acceptance_finding
                          (release, unit, version, digest, trial, passed, summary, millis, log, found_at)
                        values (:release, :unit, :version, :digest, :trial, :passed, :summary, :millis, :log, :at)
                        """)
                .param("release", release.value())
                .param("unit", finding.revision().unit().value())
                .param("version", finding.revision().version())
                .param("digest", finding.revision().digest().hex())
                .param("trial", finding.trial().name())
                .param("passed", finding.passed())
                .param("summary", finding.summary())
                .param("millis", finding.millis())
                .param("log", finding.log())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Finding> newest(ReleaseNumber release, UnitRevision revision, Trial trial) {
        return jdbc.sql("""
                        select * from slipway.acceptance_finding
                        where release = :release and unit = :unit and version = :version and digest = :digest
                          and trial = :trial
                        order by id desc limit 1
                        """)
                .param("release", release.value())
                .param("unit", revision.unit().value())
                .param("version", revision.version())
                .param("digest", revision.digest().hex())
                .param("trial", trial.name())
                .query(FindingRows::finding)
                .optional();
    }

    List<Finding> of(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.acceptance_finding where release = :release order by id")
                .param("release", release.value())
                .query(FindingRows::finding)
                .list();
    }

    private static Finding finding(ResultSet row, int index) throws SQLException {
        return new Finding(
                new UnitRevision(
                        new UnitId(row.getString("unit")),
                        row.getString("version"),
                        new Digest(row.getString("digest"))),
                Trial.valueOf(row.getString("trial")),
                row.getBoolean("passed"),
                row.getString("summary"),
                row.getLong("millis"),
                row.getString("log"));
    }
}
