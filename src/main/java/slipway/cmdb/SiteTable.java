package slipway.cmdb;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

@Repository
class SiteTable {
    private final JdbcClient jdbc;

    SiteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Site> sites() {
        return jdbc.sql("select * from slipway.site order by id")
                .query(SiteTable::site)
                .list();
    }

    Optional<Site> site(SiteId id) {
        return jdbc.sql("select * from slipway.site where id = ?")
                .param(id.value())
                .query(SiteTable::site)
                .optional();
    }

    List<Unit> units() {
        return jdbc.sql("select * from slipway.unit order by id")
                .query(SiteTable::unit)
                .list();
    }

    Optional<Unit> unit(UnitId id) {
        return jdbc.sql("select * from slipway.unit where id = ?")
                .param(id.value())
                .query(SiteTable::unit)
                .optional();
    }

    void save(Site site) {
        jdbc.sql("""
                        insert into slipway.site (id, name, zone, coordinator, mandatory, disaster_recovery, folder)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, zone = excluded.zone,
                            coordinator = excluded.coordinator, mandatory = excluded.mandatory,
                            disaster_recovery = excluded.disaster_recovery, folder = excluded.folder
                        """)
                .params(
                        site.id().value(),
                        site.name(),
                        site.zone().getId(),
                        site.coordinator().id(),
                        site.mandatory(),
                        site.disasterRecovery(),
                        site.folder().toString())
                .update();
    }

    void save(Unit unit) {
        jdbc.sql("""
                        insert into slipway.unit (id, name, repository) values (?, ?, ?)
                        on conflict (id) do update set name = excluded.name, repository = excluded.repository
                        """).params(unit.id().value(), unit.name(), unit.repository()).update();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                new SiteId(row.getString("id")),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                new Actor(row.getString("coordinator")),
                row.getBoolean("mandatory"),
                row.getBoolean("disaster_recovery"),
                Path.of(row.getString("folder")));
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(new UnitId(row.getString("id")), row.getString("name"), row.getString("repository"));
    }
}
