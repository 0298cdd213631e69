package slipway.interruption;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;

@Repository
class InterruptionTable {
    private final JdbcClient jdbc;

    InterruptionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number for what is raised, with those whose processes have to be told. */
    long raise(List<Interruption> all, Instant at) {
        long raise = jdbc.sql("select nextval('slipway.interruption_raise')")
                .query(Long.class)
                .single();
        for (int place = 0; place < all.size(); place++) {
            Interruption each = all.get(place);
            jdbc.sql("""
                insert into slipway.interruption (raise, place, release, kind, raised_at) values (?, ?, ?, ?, ?)
                """)
                    .params(raise, place, each.release().value(), each.kind().name(), Timestamp.from(at))
                    .update();
        }
        return raise;
    }

    /** The one that was not told yet, locked. */
    Optional<Interruption> untold(long raise, int place) {
        return jdbc.sql("""
            select release, kind from slipway.interruption
             where raise = ? and place = ? and told_at is null for update
            """)
                .params(raise, place)
                .query((row, number) -> new Interruption(
                        new ReleaseNumber(row.getString("release")), Interruption.Kind.valueOf(row.getString("kind"))))
                .optional();
    }

    void told(long raise, int place, Instant at) {
        jdbc.sql("update slipway.interruption set told_at = ? where raise = ? and place = ?")
                .params(Timestamp.from(at), raise, place)
                .update();
    }
}
