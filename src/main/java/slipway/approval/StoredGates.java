package slipway.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.Duty;

@Repository
@Transactional(readOnly = true)
class StoredGates implements GateRegister {
    private final JdbcClient jdbc;

    StoredGates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Row> find(Gate gate) {
        return jdbc.sql("select * from slipway.gate where id = :id")
                .param("id", gate.id())
                .query((row, line) -> row(row))
                .optional();
    }

    @Override
    public Row get(Gate gate) {
        return find(gate)
                .orElseThrow(() -> new IllegalStateException("the register of gates does not know '" + gate + "'"));
    }

    @Override
    @Transactional
    public void enter(Gate gate, String name) {
        jdbc.sql("""
                        insert into slipway.gate (id, name, duty, covers, per_part, by_groups)
                        values (:id, :name, :duty, :covers, false, true)
                        on conflict (id) do update set name = excluded.name where gate.by_groups
                        """)
                .param("id", gate.id())
                .param("name", name)
                .param("duty", Duty.AUTHORISER.name())
                .param(
                        "covers",
                        Arrays.stream(Aspect.values()).map(Aspect::name).toArray(String[]::new))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        String[] covers = (String[]) row.getArray("covers").getArray();
        return new Row(
                new Gate(row.getString("id")),
                row.getString("name"),
                Duty.valueOf(row.getString("duty")),
                Arrays.stream(covers).map(Aspect::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("per_part"),
                row.getBoolean("by_groups"));
    }
}
