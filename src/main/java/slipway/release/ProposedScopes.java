package slipway.release;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

/** The scope that the release manager put forward, until it is submitted, and why it last was refused. */
@Component
@Transactional
public class ProposedScopes {
    private final JdbcClient jdbc;

    ProposedScopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void propose(ReleaseNumber release, Scope scope) {
        jdbc.sql("""
                        insert into slipway.proposed_scope (release, unit, tag, rfcs)
                        values (:release, :unit, :tag, :rfcs)
                        on conflict (release) do update set unit = excluded.unit, tag = excluded.tag,
                            rfcs = excluded.rfcs, refusal = null
                        """)
                .param("release", release.value())
                .param("unit", scope.unit().value())
                .param("tag", scope.tag())
                .param("rfcs", scope.rfcs().stream().map(RfcNumber::value).collect(Collectors.joining(",")))
                .update();
    }

    /** The scope put forward; an error when there is none. */
    public Scope get(ReleaseNumber release) {
        return jdbc.sql("select unit, tag, rfcs from slipway.proposed_scope where release = :release")
                .param("release", release.value())
                .query((row, line) -> new Scope(
                        new UnitId(row.getString("unit")),
                        row.getString("tag"),
                        Arrays.stream(row.getString("rfcs").split(","))
                                .map(RfcNumber::new)
                                .collect(Collectors.toSet())))
                .optional()
                .orElseThrow(() -> new IllegalStateException("release " + release + " has no proposed scope"));
    }

    public void refused(ReleaseNumber release, String reason) {
        jdbc.sql("update slipway.proposed_scope set refusal = :reason where release = :release")
                .param("reason", reason)
                .param("release", release.value())
                .update();
    }

    /** Why the scope was refused last, if it was. */
    public Optional<String> refusal(ReleaseNumber release) {
        return jdbc.sql("select refusal from slipway.proposed_scope where release = :release and refusal is not null")
                .param("release", release.value())
                .query(String.class)
                .optional();
    }
}
