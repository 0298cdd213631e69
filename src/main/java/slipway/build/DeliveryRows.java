package slipway.build;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.build.Deliveries.Delivery;
import slipway.build.Deliveries.Sound;
import slipway.build.Deliveries.State;
import slipway.build.Deliveries.Unsound;
import slipway.shared.Digest;
import slipway.shared.Manifest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The table of deliveries. */
@Component
class DeliveryRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Delivery> find(String key) {
        return jdbc.sql("select * from slipway.delivery where key = :key")
                .param("key", key)
                .query(DeliveryRows::delivery)
                .optional();
    }

    Optional<Delivery> lock(String key) {
        return jdbc.sql("select * from slipway.delivery where key = :key for update")
                .param("key", key)
                .query(DeliveryRows::delivery)
                .optional();
    }

    List<Delivery> of(PartId part) {
        return jdbc.sql("select * from slipway.delivery where release = :release and unit = :unit order by attempt"
                        + " desc")
                .param("release", part.release().value())
                .param("unit", part.unit().value())
                .query(DeliveryRows::delivery)
                .list();
    }

    void add(String key, PartId part, int attempt, String source, Digest pin) {
        jdbc.sql("""
            insert into slipway.delivery (key, release, unit, attempt, source, pin, state, ordered_at)
            values (:key, :release, :unit, :attempt, :source, :pin, 'ORDERED', :at)
            """)
                .param("key", key)
                .param("release", part.release().value())
                .param("unit", part.unit().value())
                .param("attempt", attempt)
                .param("source", source)
                .param("pin", pin.hex())
                .param("at", now())
                .update();
    }

    void sound(String key, Sound sound) {
        jdbc.sql("""
            update slipway.delivery set state = 'SOUND', version = :version, manifest = :manifest,
              vouched_by = :vouchedBy, ended_at = :at
            where key = :key
            """)
                .param("key", key)
                .param("version", sound.version())
                .param("manifest", sound.manifest().text())
                .param("vouchedBy", sound.vouchedBy())
                .param("at", now())
                .update();
    }

    void unsound(String key, Unsound unsound) {
        jdbc.sql("update slipway.delivery set state = 'UNSOUND', problem = :problem, ended_at = :at where key = :key")
                .param("key", key)
                .param("problem", unsound.problem())
                .param("at", now())
                .update();
    }

    void problem(String key, String problem) {
        jdbc.sql("update slipway.delivery set problem = :problem where key = :key")
                .param("key", key)
                .param("problem", problem)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        String version = row.getString("version");
        Optional<Manifest> manifest =
                Optional.ofNullable(row.getString("manifest")).map(Manifest::parse);
        return new Delivery(
                row.getString("key"),
                new PartId(new ReleaseNumber(row.getString("release")), unit),
                row.getInt("attempt"),
                row.getString("source"),
                new Digest(row.getString("pin")),
                State.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getString("vouched_by"),
                manifest.map(files -> new UnitRevision(unit, version, files.digest())),
                manifest,
                row.getTimestamp("ordered_at").toInstant());
    }
}
