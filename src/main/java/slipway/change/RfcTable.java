package slipway.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

@Repository
class RfcTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    RfcTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Rfc> find(RfcNumber number) {
        return jdbc.sql("select * from slipway.rfc where number = :number")
                .param("number", number.value())
                .query(RfcTable::rfc)
                .optional();
    }

    List<Rfc> inStatus(Rfc.Status status) {
        return jdbc.sql("select * from slipway.rfc where status = :status order by length(number), number")
                .param("status", status.name())
                .query(RfcTable::rfc)
                .list();
    }

    void save(Rfc rfc) {
        Optional<Rfc> before = find(rfc.number());
        jdbc.sql("""
                        insert into slipway.rfc (number, title, unit, impact, urgent, status, criterion)
                        values (:number, :title, :unit, :impact, :urgent, :status, :criterion)
                        on conflict (number) do update set title = excluded.title, unit = excluded.unit,
                            impact = excluded.impact, urgent = excluded.urgent, status = excluded.status,
                            criterion = excluded.criterion
                        """)
                .param("number", rfc.number().value())
                .param("title", rfc.title())
                .param("unit", rfc.unit().value())
                .param("impact", rfc.impact().name())
                .param("urgent", rfc.urgent())
                .param("status", rfc.status().name())
                .param("criterion", rfc.criterion())
                .update();
        if (before.isEmpty() || before.get().status() != rfc.status()) {
            note(rfc.number(), rfc.status());
        }
    }

    void become(RfcNumber number, Rfc.Status status) {
        int changed = jdbc.sql("update slipway.rfc set status = :status where number = :number and status <> :status")
                .param("status", status.name())
                .param("number", number.value())
                .update();
        if (changed == 1) {
            note(number, status);
        }
    }

    private void note(RfcNumber number, Rfc.Status status) {
        jdbc.sql("insert into slipway.rfc_status (rfc, status, at) values (:rfc, :status, :at)")
                .param("rfc", number.value())
                .param("status", status.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static Rfc rfc(ResultSet row, int line) throws SQLException {
        return new Rfc(
                new RfcNumber(row.getString("number")),
                row.getString("title"),
                new UnitId(row.getString("unit")),
                Rfc.Impact.valueOf(row.getString("impact")),
                row.getBoolean("urgent"),
                Rfc.Status.valueOf(row.getString("status")),
                row.getString("criterion"));
    }
}
