package slipway.build;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.build.Build.State;
import slipway.build.Builds.Failed;
import slipway.build.Builds.Passed;
import slipway.shared.Actor;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The table of builds. */
@Component
class BuildRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    BuildRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Build> find(String key) {
        return jdbc.sql("select * from slipway.build where key = :key")
                .param("key", key)
                .query(BuildRows::build)
                .optional();
    }

    Optional<Build> lock(String key) {
        return jdbc.sql("select * from slipway.build where key = :key for update")
                .param("key", key)
                .query(BuildRows::build)
                .optional();
    }

    List<Build> newest(ReleaseNumber release, int most) {
        return jdbc.sql("""
            select * from slipway.build where release = :release
            order by ordered_at desc, attempt desc, unit desc limit :most
            """)
                .param("release", release.value())
                .param("most", most)
                .query(BuildRows::build)
                .list();
    }

    List<Build> olderThan(ReleaseNumber release, String key, int most) {
        return jdbc.sql("""
            select * from slipway.build where release = :release
              and (ordered_at, attempt, unit) < (select ordered_at, attempt, unit from slipway.build where key = :key)
            order by ordered_at desc, attempt desc, unit desc limit :most
            """)
                .param("release", release.value())
                .param("key", key)
                .param("most", most)
                .query(BuildRows::build)
                .list();
    }

    Optional<Build> newest(PartId part) {
        return jdbc.sql("""
            select * from slipway.build where release = :release and unit = :unit
            order by attempt desc limit 1
            """)
                .param("release", part.release().value())
                .param("unit", part.unit().value())
                .query(BuildRows::build)
                .optional();
    }

    /** The commits that made exactly this revision; one, unless somebody built the same bytes of another commit. */
    Set<String> commitsOf(UnitRevision revision) {
        return jdbc
                .sql("select * from slipway.build where unit = :unit and version = :version and state = 'PASSED'")
                .param("unit", revision.unit().value())
                .param("version", revision.version())
                .query(BuildRows::build)
                .stream()
                .filter(build -> build.revision().equals(revision))
                .map(Build::commit)
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(String key, PartId part, int attempt, String repository, String tag, String commit) {
        jdbc.sql("""
            insert into slipway.build
              (key, release, attempt, unit, repository, tag, commit, state, ordered_at)
            values (:key, :release, :attempt, :unit, :repository, :tag, :commit, 'ORDERED', :at)
            """)
                .param("key", key)
                .param("release", part.release().value())
                .param("attempt", attempt)
                .param("unit", part.unit().value())
                .param("repository", repository)
                .param("tag", tag)
                .param("commit", commit)
                .param("at", now())
                .update();
    }

    void started(String key) {
        jdbc.sql("""
            update slipway.build set state = 'RUNNING', started_at = :at, progress = ''
            where key = :key and state in ('ORDERED', 'RUNNING')
            """).param("key", key).param("at", now()).update();
    }

    void progress(String key, String line) {
        jdbc.sql("update slipway.build set progress = :line where key = :key and state = 'RUNNING'")
                .param("key", key)
                .param("line", line)
                .update();
    }

    void passed(String key, Passed passed) {
        ended(key, State.PASSED, 0, passed.millis(), "", passed.logTail());
        jdbc.sql("update slipway.build set version = :version, manifest = :manifest where key = :key")
                .param("key", key)
                .param("version", passed.version())
                .param("manifest", passed.manifest().text())
                .update();
    }

    void failed(String key, Failed failed) {
        ended(key, State.FAILED, failed.exitCode(), failed.millis(), failed.problem(), failed.logTail());
    }

    private void ended(
            String key, State state, @Nullable Integer exitCode, long millis, String problem, String logTail) {
        jdbc.sql("""
            update slipway.build set state = :state, exit_code = :exitCode, millis = :millis,
              problem = :problem, log_tail = :logTail, ended_at = :at
            where key = :key
            """)
                .param("key", key)
                .param("state", state.name())
                .param("exitCode", exitCode)
                .param("millis", millis)
                .param("problem", problem)
                .param("logTail", logTail)
                .param("at", now())
                .update();
    }

    void problem(String key, String problem) {
        jdbc.sql("update slipway.build set problem = :problem where key = :key")
                .param("key", key)
                .param("problem", problem)
                .update();
    }

    void repaired(Build build, Actor engineer, String tag, Builds.Cause cause, String remark) {
        jdbc.sql("""
            insert into slipway.build_repair (build, tag, cause, remark, engineer, repaired_at)
            values (:build, :tag, :cause, :remark, :engineer, :at)
            """)
                .param("build", build.key())
                .param("tag", tag)
                .param("cause", cause.name())
                .param("remark", remark)
                .param("engineer", engineer.id())
                .param("at", now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Build build(ResultSet row, int index) throws SQLException {
        String manifest = row.getString("manifest");
        return new Build(
                row.getString("key"),
                new ReleaseNumber(row.getString("release")),
                row.getInt("attempt"),
                new UnitId(row.getString("unit")),
                row.getString("repository"),
                row.getString("tag"),
                row.getString("commit"),
                State.valueOf(row.getString("state")),
                row.getString("progress"),
                row.getObject("exit_code", Integer.class),
                row.getObject("millis", Long.class),
                row.getString("problem"),
                row.getString("log_tail"),
                row.getString("version"),
                manifest == null ? null : Manifest.parse(manifest),
                row.getTimestamp("ordered_at").toInstant());
    }
}
