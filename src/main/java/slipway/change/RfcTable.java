package slipway.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

@Repository
class RfcTable {
    private static final String ROWS = """
            select r.*, (select array_agg(c.text order by c.place) from slipway.rfc_criterion c
                where c.rfc = r.number and not c.struck) as criteria
            from slipway.rfc r
            """;

    private final JdbcClient jdbc;

    RfcTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Rfc> find(RfcNumber number) {
        return jdbc.sql(ROWS + "where r.number = ?")
                .param(number.value())
                .query(RfcTable::rfc)
                .optional();
    }

    List<Rfc> inStatus(Rfc.Status status) {
        return jdbc.sql(ROWS + "where r.status = ? order by length(r.number), r.number")
                .param(status.name())
                .query(RfcTable::rfc)
                .list();
    }

    /** In one of these states, and for one of these units. */
    List<Rfc> open(Set<Rfc.Status> states, Set<UnitId> units) {
        return jdbc.sql(ROWS + """
                        where r.status = any(:states) and r.unit = any(:units) order by length(r.number), r.number
                        """)
                .param("states", states.stream().map(Rfc.Status::name).toArray(String[]::new))
                .param("units", units.stream().map(UnitId::value).toArray(String[]::new))
                .query(RfcTable::rfc)
                .list();
    }

    void save(Rfc rfc) {
        jdbc.sql("""
                        insert into slipway.rfc (number, title, unit, impact, urgent, status)
                        values (:number, :title, :unit, :impact, :urgent, :status)
                        on conflict (number) do update set title = excluded.title, unit = excluded.unit,
                            impact = excluded.impact, urgent = excluded.urgent, status = excluded.status
                        """)
                .param("number", rfc.number().value())
                .param("title", rfc.title())
                .param("unit", rfc.unit().value())
                .param("impact", rfc.impact().name())
                .param("urgent", rfc.urgent())
                .param("status", rfc.status().name())
                .update();
        save(rfc.number(), rfc.criteria());
    }

    // Claims refer to criteria, so none is deleted: one keeps its place, changes its words, or is struck.
    private void save(RfcNumber number, List<String> criteria) {
        jdbc.sql("""
                        insert into slipway.rfc_criterion (rfc, place, text)
                        select :rfc, place, text from unnest(:criteria::text[]) with ordinality as c (text, place)
                        on conflict (rfc, place) do update set text = excluded.text, struck = false
                        """)
                .param("rfc", number.value())
                .param("criteria", criteria.toArray(String[]::new))
                .update();
        jdbc.sql("update slipway.rfc_criterion set struck = true where rfc = ? and place > ? and not struck")
                .params(number.value(), criteria.size())
                .update();
    }

    /** In the order given, which is that of everybody. */
    void lock(List<RfcNumber> numbers) {
        for (RfcNumber number : numbers) {
            jdbc.sql("select 1 from slipway.rfc where number = ? for no key update")
                    .param(number.value())
                    .query(Integer.class)
                    .optional();
        }
    }

    /** Whether the status was as expected and is the next one now. */
    boolean become(RfcNumber number, Rfc.Status from, Rfc.Status to) {
        return jdbc.sql("update slipway.rfc set status = ? where number = ? and status = ?")
                        .params(to.name(), number.value(), from.name())
                        .update()
                == 1;
    }

    private static Rfc rfc(ResultSet row, int line) throws SQLException {
        return new Rfc(
                new RfcNumber(row.getString("number")),
                row.getString("title"),
                new UnitId(row.getString("unit")),
                Rfc.Impact.valueOf(row.getString("impact")),
                row.getBoolean("urgent"),
                Rfc.Status.valueOf(row.getString("status")),
                List.of((String[]) row.getArray("criteria").getArray()));
    }
}
