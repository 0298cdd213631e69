package slipway.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Repository
class PlanTable {
    private static final TypeReference<List<String>> OBJECTIVES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    PlanTable(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Plan> find(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.plan where release = :release")
                .param("release", release.value())
                .query((row, line) -> plan(row))
                .optional();
    }

    void save(Plan plan) {
        jdbc.sql("""
                        insert into slipway.plan (release, objectives, starts, ends, backout_unit, backout_version,
                            backout_digest, backout_limit, point_of_no_return, author, drafted_at)
                        values (:release, cast(:objectives as jsonb), :starts, :ends, :unit, :version, :digest, :limit,
                            :point, :author, :at)
                        on conflict (release) do update set objectives = excluded.objectives,
                            starts = excluded.starts, ends = excluded.ends, backout_unit = excluded.backout_unit,
                            backout_version = excluded.backout_version, backout_digest = excluded.backout_digest,
                            backout_limit = excluded.backout_limit,
                            point_of_no_return = excluded.point_of_no_return, author = excluded.author,
                            drafted_at = excluded.drafted_at
                        """)
                .param("release", plan.release().value())
                .param("objectives", written(plan.objectives()))
                .param("starts", Timestamp.from(plan.start()))
                .param("ends", Timestamp.from(plan.end()))
                .param("unit", plan.backoutTarget().unit().value())
                .param("version", plan.backoutTarget().version())
                .param("digest", plan.backoutTarget().digest().hex())
                .param("limit", plan.backoutLimit().toString())
                .param("point", plan.pointOfNoReturn().name())
                .param("author", plan.author().id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                new ReleaseNumber(row.getString("release")),
                read(row.getString("objectives")),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant(),
                new UnitRevision(
                        new UnitId(row.getString("backout_unit")),
                        row.getString("backout_version"),
                        new Digest(row.getString("backout_digest"))),
                Duration.parse(row.getString("backout_limit")),
                Plan.PointOfNoReturn.valueOf(row.getString("point_of_no_return")),
                new Actor(row.getString("author")));
    }

    private String written(List<String> objectives) {
        try {
            return json.writeValueAsString(objectives);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("objectives are plain text", e);
        }
    }

    private List<String> read(String objectives) {
        try {
            return json.readValue(objectives, OBJECTIVES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the plan holds objectives that are no JSON: " + objectives, e);
        }
    }
}
