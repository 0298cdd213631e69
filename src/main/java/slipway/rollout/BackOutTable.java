package slipway.rollout;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;

/** The back-outs of releases; of each at most one is not over. */
@Repository
class BackOutTable {
    private final JdbcClient jdbc;

    BackOutTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ordered(ReleaseNumber release, BackOut backOut, Instant at) {
        jdbc.sql("""
            insert into slipway.back_out (release, number, decision, state, told, ordered_at)
            values (:release, :number, :decision, :state, :told, :at)
            """)
                .param("release", release.value())
                .param("number", backOut.number())
                .param("decision", backOut.decision().name())
                .param("state", backOut.state().name())
                // Without a site to wait for nobody waits to be told.
                .param("told", backOut.state() == BackOut.State.SETTLED)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The one that is not over. */
    Optional<BackOut> open(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.back_out where release = ? and state <> 'OVER'")
                .param(release.value())
                .query((row, line) -> new BackOut(
                        row.getLong("number"),
                        PausedDecision.valueOf(row.getString("decision")),
                        BackOut.State.valueOf(row.getString("state"))))
                .optional();
    }

    /** Whether the release was ever backed out as a whole. */
    boolean ofAll(ReleaseNumber release) {
        return jdbc.sql("""
            select exists (select 1 from slipway.back_out where release = ? and decision = 'BACK_OUT_ALL')
            """).param(release.value()).query(Boolean.class).single();
    }

    /** Whoever waits is to be told. */
    void become(ReleaseNumber release, BackOut.State state) {
        jdbc.sql("update slipway.back_out set state = ?, told = false where release = ? and state <> 'OVER'")
                .params(state.name(), release.value())
                .update();
    }

    /** The releases whose back-out stands, and whose process was not told so. */
    List<ReleaseNumber> toTell() {
        return jdbc.sql("""
            select release from slipway.back_out where state in ('STUCK', 'SETTLED') and not told
             order by release
            """)
                .query((row, line) -> new ReleaseNumber(row.getString(1)))
                .list();
    }

    /** Marks it told; false when somebody else was faster. */
    boolean tell(ReleaseNumber release) {
        return jdbc.sql("""
            update slipway.back_out set told = true
             where release = ? and state in ('STUCK', 'SETTLED') and not told
            """).param(release.value()).update() == 1;
    }
}
