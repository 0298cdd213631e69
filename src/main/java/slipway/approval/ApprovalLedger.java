package slipway.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.approval.Approvals.Approval;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Repository
class ApprovalLedger {
    private static final TypeReference<Map<Aspect, String>> BINDINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ApprovalLedger(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(Approval approval) {
        jdbc.sql("""
                        insert into slipway.approval (release, gate, actor, granted, reason, bindings, at)
                        values (:release, :gate, :actor, :granted, :reason, cast(:bindings as jsonb), :at)
                        """)
                .param("release", approval.release().value())
                .param("gate", approval.gate().name())
                .param("actor", approval.actor().id())
                .param("granted", approval.granted())
                .param("reason", approval.reason())
                .param("bindings", written(approval.bindings()))
                .param("at", Timestamp.from(approval.at()))
                .update();
    }

    Optional<Approval> newest(ReleaseNumber release, Gate gate) {
        return jdbc.sql("""
                        select * from slipway.approval where release = :release and gate = :gate
                        order by id desc limit 1
                        """)
                .param("release", release.value())
                .param("gate", gate.name())
                .query((row, line) -> approval(row))
                .optional();
    }

    List<Approval> of(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.approval where release = :release order by id")
                .param("release", release.value())
                .query((row, line) -> approval(row))
                .list();
    }

    private Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                new ReleaseNumber(row.getString("release")),
                Gate.valueOf(row.getString("gate")),
                new Actor(row.getString("actor")),
                row.getBoolean("granted"),
                row.getString("reason"),
                read(row.getString("bindings")),
                row.getTimestamp("at").toInstant());
    }

    private String written(Map<Aspect, String> bindings) {
        try {
            return json.writeValueAsString(bindings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bindings are plain text", e);
        }
    }

    private Map<Aspect, String> read(String bindings) {
        try {
            return json.readValue(bindings, BINDINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds bindings that are no JSON: " + bindings, e);
        }
    }
}
