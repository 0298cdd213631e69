package slipway.cmdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.SiteId;

@Repository
class SiteTable {
    private final JdbcClient jdbc;

    SiteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Site> all() {
        return jdbc.sql("select * from slipway.site order by id")
                .query(SiteTable::site)
                .list();
    }

    Optional<Site> find(SiteId id) {
        return jdbc.sql("select * from slipway.site where id = ?")
                .param(id.value())
                .query(SiteTable::site)
                .optional();
    }

    void lock(Set<SiteId> sites) {
        jdbc.sql("select id from slipway.site where id = any (?) order by id for no key update")
                .param(sites.stream().map(SiteId::value).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void save(Site site) {
        jdbc.sql("""
                        insert into slipway.site
                            (id, name, zone, coordinator, mandatory, disaster_recovery, channel, address)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set name = excluded.name, zone = excluded.zone,
                            coordinator = excluded.coordinator, mandatory = excluded.mandatory,
                            disaster_recovery = excluded.disaster_recovery, channel = excluded.channel,
                            address = excluded.address
                        """)
                .params(
                        site.id().value(),
                        site.name(),
                        site.zone().getId(),
                        site.coordinator().id(),
                        site.mandatory(),
                        site.disasterRecovery(),
                        site.channel().name(),
                        site.address())
                .update();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                new SiteId(row.getString("id")),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                new Actor(row.getString("coordinator")),
                row.getBoolean("mandatory"),
                row.getBoolean("disaster_recovery"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"));
    }
}
