package slipway.cmdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.UnitId;

@Repository
class UnitTable {
    private static final String ROWS = """
            select u.*,
              array(select requires from slipway.unit_requirement r where r.unit = u.id order by requires) as required,
              array(select at_least from slipway.unit_requirement r where r.unit = u.id order by requires) as at_least,
              array(select conflicts from slipway.unit_conflict c where c.unit = u.id) as conflicting
            from slipway.unit u
            """;

    private final JdbcClient jdbc;

    UnitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Unit> all() {
        return jdbc.sql(ROWS + "order by u.id").query(UnitTable::unit).list();
    }

    Optional<Unit> find(UnitId id) {
        return jdbc.sql(ROWS + "where u.id = ?")
                .param(id.value())
                .query(UnitTable::unit)
                .optional();
    }

    void save(Unit unit) {
        Unit.Source source = unit instanceof Unit.Software software ? software.source() : null;
        jdbc.sql("""
                        insert into slipway.unit (id, kind, name, source, address, supplier, key)
                        values (:id, :kind, :name, :source, :address, :supplier, :key)
                        on conflict (id) do update set kind = excluded.kind, name = excluded.name,
                            source = excluded.source, address = excluded.address, supplier = excluded.supplier,
                            key = excluded.key
                        """)
                .param("id", unit.id().value())
                .param("kind", unit.kind().name())
                .param("name", unit.name())
                .param("source", kind(source))
                .param("address", address(source))
                .param("supplier", source instanceof Unit.Vendor vendor ? vendor.supplier() : null)
                .param("key", source instanceof Unit.Vendor vendor ? vendor.key() : null)
                .update();
        replace(unit);
    }

    private void replace(Unit unit) {
        for (String table : List.of("unit_requirement", "unit_conflict")) {
            jdbc.sql("delete from slipway." + table + " where unit = ?")
                    .param(unit.id().value())
                    .update();
        }
        unit.requires()
                .forEach((required, atLeast) -> jdbc.sql(
                                "insert into slipway.unit_requirement (unit, requires, at_least) values (?, ?, ?)")
                        .params(unit.id().value(), required.value(), atLeast)
                        .update());
        unit.conflicts()
                .forEach(other -> jdbc.sql("insert into slipway.unit_conflict (unit, conflicts) values (?, ?)")
                        .params(unit.id().value(), other.value())
                        .update());
    }

    private static @Nullable String kind(Unit.@Nullable Source source) {
        return switch (source) {
            case null -> null;
            case Unit.Repository repository -> "REPOSITORY";
            case Unit.Vendor vendor -> "VENDOR";
        };
    }

    private static @Nullable String address(Unit.@Nullable Source source) {
        return switch (source) {
            case null -> null;
            case Unit.Repository repository -> repository.address();
            case Unit.Vendor vendor -> vendor.inbox();
        };
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        UnitId id = new UnitId(row.getString("id"));
        String name = row.getString("name");
        return switch (Unit.Kind.valueOf(row.getString("kind"))) {
            case SOFTWARE -> new Unit.Software(id, name, source(row), requirements(row), conflicts(row));
            case FIRMWARE -> new Unit.Firmware(id, name);
            case HARDWARE -> new Unit.Hardware(id, name);
            case DOCUMENT -> new Unit.Document(id, name);
            case PROCEDURE -> new Unit.Procedure(id, name);
            case TRAINING -> new Unit.Training(id, name);
        };
    }

    private static Unit.Source source(ResultSet row) throws SQLException {
        return row.getString("source").equals("REPOSITORY")
                ? new Unit.Repository(row.getString("address"))
                : new Unit.Vendor(row.getString("supplier"), row.getString("address"), row.getString("key"));
    }

    private static Map<UnitId, String> requirements(ResultSet row) throws SQLException {
        String[] required = texts(row, "required");
        String[] atLeast = texts(row, "at_least");
        Map<UnitId, String> requirements = new HashMap<>();
        for (int each = 0; each < required.length; each++) {
            requirements.put(new UnitId(required[each]), atLeast[each]);
        }
        return requirements;
    }

    private static Set<UnitId> conflicts(ResultSet row) throws SQLException {
        return Arrays.stream(texts(row, "conflicting")).map(UnitId::new).collect(Collectors.toSet());
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
