package slipway.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.planning.Plan.Return;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What each version of a plan returns each part at each site to. */
@Repository
class PlanReturnTable {
    private final JdbcClient jdbc;

    PlanReturnTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which {@link ReturnsNow#of} gave them, as long as parts keep their places. */
    List<Return> of(ReleaseNumber release, int version) {
        return jdbc.sql("""
                        select r.unit, r.site, r.to_version, r.to_digest, r.passed_over
                          from slipway.plan_return r join slipway.release_part p using (release, unit)
                         where r.release = :release and r.version = :version
                         order by p.place, r.unit, r.site collate "C"
                        """)
                .param("release", release.value())
                .param("version", version)
                .query(PlanReturnTable::row)
                .list();
    }

    /** All of them with one statement. */
    void add(Plan plan) {
        jdbc.sql("""
                        insert into slipway.plan_return (release, version, unit, site, to_version, to_digest, passed_over)
                        select :release, :version, r.*
                          from unnest(cast(:units as text[]), cast(:sites as text[]), cast(:versions as text[]),
                              cast(:digests as text[]), cast(:passedOver as text[])) as r
                        """)
                .param("release", plan.release().value())
                .param("version", plan.version())
                .param("units", column(plan, each -> each.unit().value()))
                .param("sites", column(plan, each -> each.site().value()))
                .param("versions", column(plan, each -> version(each.to())))
                .param("digests", column(plan, each -> digest(each.to())))
                .param("passedOver", column(plan, Return::passedOver))
                .update();
    }

    private static @Nullable String[] column(Plan plan, Function<Return, @Nullable String> value) {
        return plan.returns().stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String version(@Nullable UnitRevision to) {
        return to == null ? null : to.version();
    }

    private static @Nullable String digest(@Nullable UnitRevision to) {
        return to == null ? null : to.digest().hex();
    }

    private static Return row(ResultSet row, int line) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        String version = row.getString("to_version");
        return new Return(
                unit,
                new SiteId(row.getString("site")),
                version == null ? null : new UnitRevision(unit, version, new Digest(row.getString("to_digest"))),
                row.getString("passed_over"));
    }
}
