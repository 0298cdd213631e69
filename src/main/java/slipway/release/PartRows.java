package slipway.release;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** Parts by release; one that a later submission left out stays as removed, since approvals refer to it. */
@Repository
class PartRows {
    private final JdbcClient jdbc;

    PartRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ReleaseNumber, List<ReleasePart>> of(String... releases) {
        return jdbc.sql("""
                        select * from slipway.release_part where release = any(:releases) and state <> 'REMOVED'
                        order by release, place""").param("releases", releases).query(PartRows::part).list().stream()
                .collect(groupingBy(part -> part.id().release(), toList()));
    }

    void replace(ReleaseNumber release, List<ReleasePart> parts) {
        jdbc.sql("update slipway.release_part set state = 'REMOVED' where release = :release")
                .param("release", release.value())
                .update();
        parts.forEach(this::save);
    }

    void save(ReleasePart part) {
        Optional<UnitRevision> revision = part.revision();
        jdbc.sql("""
                        insert into slipway.release_part
                            (release, unit, place, source, pin, state, reason, version, digest)
                        values (:release, :unit, :place, :source, :pin, :state, :reason, :version, :digest)
                        on conflict (release, unit) do update set place = excluded.place, source = excluded.source,
                            pin = excluded.pin, state = excluded.state, reason = excluded.reason,
                            version = excluded.version, digest = excluded.digest""")
                .param("release", part.id().release().value())
                .param("unit", part.unit().value())
                .param("place", part.place())
                .param("source", part.source())
                .param("pin", part.pin().isEmpty() ? null : part.pin())
                .param("state", state(part))
                .param("reason", part instanceof ReleasePart.Rework rework ? rework.reason() : "")
                .param("version", revision.map(UnitRevision::version).orElse(null))
                .param("digest", revision.map(made -> made.digest().hex()).orElse(null))
                .update();
    }

    private static String state(ReleasePart part) {
        return switch (part) {
            case ReleasePart.Planned planned -> "PLANNED";
            case ReleasePart.Rework rework -> "REWORK";
            case ReleasePart.Ready ready -> "READY";
            case ReleasePart.Accepted accepted -> "ACCEPTED";
        };
    }

    private static ReleasePart part(ResultSet row, int line) throws SQLException {
        PartId id = new PartId(new ReleaseNumber(row.getString("release")), new UnitId(row.getString("unit")));
        int place = row.getInt("place");
        String source = row.getString("source");
        String pin = Optional.ofNullable(row.getString("pin")).orElse("");
        String state = row.getString("state");
        return switch (state) {
            case "PLANNED" -> new ReleasePart.Planned(id, place, source, pin);
            case "REWORK" -> new ReleasePart.Rework(id, place, source, pin, row.getString("reason"));
            case "READY" -> new ReleasePart.Ready(id, place, source, pin, made(row, id));
            case "ACCEPTED" -> new ReleasePart.Accepted(id, place, source, pin, made(row, id));
            default -> throw new IllegalStateException("part " + id + " is in the unknown state " + state);
        };
    }

    private static UnitRevision made(ResultSet row, PartId id) throws SQLException {
        return new UnitRevision(id.unit(), row.getString("version"), new Digest(row.getString("digest")));
    }
}
