package slipway.policy;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.SiteId;

@Repository
class PolicyTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    PolicyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Integer> newest() {
        return jdbc.sql("select version from slipway.policy order by version desc limit 1")
                .query(Integer.class)
                .optional();
    }

    Optional<Policy> find(int version) {
        return jdbc.sql("select * from slipway.policy where version = :version")
                .param("version", version)
                .query((row, line) -> policy(row))
                .optional();
    }

    private Policy policy(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new Policy(
                version,
                Duration.parse(row.getString("soak")),
                Duration.parse(row.getString("early_life")),
                row.getInt("minimum_coverage"),
                windows(version),
                freezes(version));
    }

    private List<Policy.Window> windows(int version) {
        return jdbc.sql("select * from slipway.policy_window where policy = :policy order by place")
                .param("policy", version)
                .query((row, line) -> new Policy.Window(
                        split(row.getString("days"), DayOfWeek::valueOf),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list();
    }

    private List<Policy.Freeze> freezes(int version) {
        return jdbc.sql("""
                        select f.*, array(select s.site from slipway.policy_freeze_site s
                            where s.policy = f.policy and s.place = f.place) as sites
                          from slipway.policy_freeze f where f.policy = :policy order by f.place
                        """)
                .param("policy", version)
                .query((row, line) -> new Policy.Freeze(
                        row.getString("name"),
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant(),
                        sites(row)))
                .list();
    }

    private static Set<SiteId> sites(ResultSet row) throws SQLException {
        String[] sites = (String[]) row.getArray("sites").getArray();
        return Stream.of(sites).map(SiteId::new).collect(toSet());
    }

    void add(int version, Policy policy, Actor by) {
        jdbc.sql("""
                        insert into slipway.policy
                            (version, soak, early_life, minimum_coverage, put_in_force_by, in_force_from)
                        values (:version, :soak, :earlyLife, :coverage, :by, :from)
                        """)
                .param("version", version)
                .param("soak", policy.soak().toString())
                .param("earlyLife", policy.earlyLife().toString())
                .param("coverage", policy.minimumCoveragePercent())
                .param("by", by.id())
                .param("from", Timestamp.from(clock.instant()))
                .update();
        for (int place = 0; place < policy.windows().size(); place++) {
            add(version, place, policy.windows().get(place));
        }
        for (int place = 0; place < policy.freezes().size(); place++) {
            add(version, place, policy.freezes().get(place));
        }
    }

    private void add(int version, int place, Policy.Window window) {
        jdbc.sql("""
                        insert into slipway.policy_window (policy, place, days, opens, closes)
                        values (:policy, :place, :days, :opens, :closes)
                        """)
                .param("policy", version)
                .param("place", place)
                .param(
                        "days",
                        window.days().stream().sorted().map(DayOfWeek::name).collect(joining(",")))
                .param("opens", window.from())
                .param("closes", window.to())
                .update();
    }

    private void add(int version, int place, Policy.Freeze freeze) {
        jdbc.sql("""
                        insert into slipway.policy_freeze (policy, place, name, starts, ends)
                        values (:policy, :place, :name, :starts, :ends)
                        """)
                .param("policy", version)
                .param("place", place)
                .param("name", freeze.name())
                .param("starts", Timestamp.from(freeze.start()))
                .param("ends", Timestamp.from(freeze.end()))
                .update();
        jdbc.sql("""
                        insert into slipway.policy_freeze_site (policy, place, site)
                        select :policy, :place, unnest(cast(:sites as text[]))
                        """)
                .param("policy", version)
                .param("place", place)
                .param("sites", freeze.sites().stream().map(SiteId::value).toArray(String[]::new))
                .update();
    }

    private static <T> Set<T> split(String text, Function<String, T> word) {
        return Stream.of(text.split(","))
                .filter(part -> !part.isEmpty())
                .map(word)
                .collect(toSet());
    }
}
