package slipway.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.check.Checks.Asked;
import slipway.check.Checks.Finding;
import slipway.check.ChecksChapter.Checked;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What each check of a revision says: while it runs, and when it ended. */
@Repository
class CheckRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    CheckRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** It begins, or begins again after a crash, on that revision. */
    void begun(Asked asked, UnitRevision revision) {
        jdbc.sql("""
                        insert into slipway.check_run (key, release, unit, version, digest, step, name, begun_at)
                        values (:key, :release, :unit, :version, :digest, :step, :name, :at)
                        on conflict (key, unit) do update set version = excluded.version, digest = excluded.digest,
                            latest = '', passed = null, summary = '', report = ''
                        """)
                .param("key", asked.key())
                .param("release", asked.release().value())
                .param("unit", revision.unit().value())
                .param("version", revision.version())
                .param("digest", revision.digest().hex())
                .param("step", asked.step())
                .param("name", asked.check())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void progress(String key, UnitId unit, String line) {
        jdbc.sql("update slipway.check_run set latest = :line where key = :key and unit = :unit")
                .param("line", line)
                .param("key", key)
                .param("unit", unit.value())
                .update();
    }

    void ended(String key, Finding finding) {
        jdbc.sql("""
                        update slipway.check_run set passed = :passed, summary = :summary, report = :report
                         where key = :key and unit = :unit
                        """)
                .param("passed", finding.passed())
                .param("summary", finding.summary())
                .param("report", finding.report())
                .param("key", key)
                .param("unit", finding.revision().unit().value())
                .update();
    }

    /** What it found on exactly that revision, where it ended. */
    Optional<Finding> found(String key, UnitRevision revision) {
        return jdbc.sql("""
                        select * from slipway.check_run
                         where key = :key and unit = :unit and version = :version and digest = :digest
                           and passed is not null
                        """)
                .param("key", key)
                .param("unit", revision.unit().value())
                .param("version", revision.version())
                .param("digest", revision.digest().hex())
                .query((row, line) -> new Finding(
                        new UnitRevision(
                                revision.unit(), row.getString("version"), new Digest(row.getString("digest"))),
                        row.getBoolean("passed"),
                        row.getString("summary"),
                        row.getString("report")))
                .optional();
    }

    List<Checked> of(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.check_run where release = :release order by begun_at, key, unit")
                .param("release", release.value())
                .query((row, line) -> checked(row))
                .list();
    }

    private static Checked checked(ResultSet row) throws SQLException {
        return new Checked(
                row.getString("step"),
                row.getString("name"),
                new UnitId(row.getString("unit")),
                row.getString("version"),
                result(row),
                row.getString("report"));
    }

    private static String result(ResultSet row) throws SQLException {
        Boolean passed = row.getObject("passed", Boolean.class);
        return passed == null
                ? "not over yet" + (row.getString("latest").isEmpty() ? "" : ": " + row.getString("latest"))
                : (passed ? "passed: " : "did not pass: ") + row.getString("summary");
    }
}
