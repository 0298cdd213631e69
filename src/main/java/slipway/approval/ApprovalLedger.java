package slipway.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.approval.Approvals.Approval;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

@Repository
class ApprovalLedger {
    private final JdbcClient jdbc;

    /** A decision under its number; {@code newest} = none followed at its gate, or on its part there. */
    record Entry(long id, boolean newest, Approval approval) {}

    private record Binding(long approval, Bound bound, String fingerprint) {}

    ApprovalLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(Approval approval) {
        long id = jdbc.sql("""
                        insert into slipway.approval (release, gate, unit, "group", actor, mail, granted, reason, at)
                        values (:release, :gate, :unit, :group, :actor, :mail, :granted, :reason, :at) returning id
                        """)
                .param("release", approval.release().value())
                .param("gate", approval.gate().id())
                .param("unit", approval.part().map(UnitId::value).orElse(null))
                .param("group", approval.group().orElse(null))
                .param("actor", approval.actor().id())
                .param("mail", approval.mail())
                .param("granted", approval.granted())
                .param("reason", approval.reason())
                .param("at", Timestamp.from(approval.at()))
                .query(Long.class)
                .single();
        bind(id, List.copyOf(approval.bindings().entrySet()));
        approval.said()
                .forEach((field, value) -> jdbc.sql("insert into slipway.approval_entry values (?, ?, ?)")
                        .params(id, field, value)
                        .update());
    }

    private void bind(long id, List<Map.Entry<Bound, String>> bindings) {
        jdbc.sql("""
                        insert into slipway.approval_binding (approval, aspect, unit, fingerprint)
                        select :id, aspect, unit, fingerprint
                        from unnest(:aspects, :units, :fingerprints) as bound (aspect, unit, fingerprint)
                        """)
                .param("id", id)
                .param(
                        "aspects",
                        column(bindings, bound -> bound.getKey().aspect().name()))
                .param(
                        "units",
                        column(
                                bindings,
                                bound ->
                                        bound.getKey().part().map(UnitId::value).orElse(null)))
                .param("fingerprints", column(bindings, Map.Entry::getValue))
                .update();
    }

    /** Every decision on a release, oldest first. */
    List<Entry> of(ReleaseNumber release) {
        Map<Long, Map<Bound, String>> bindings = bindings(release);
        Map<Long, Map<String, String>> said = said(release);
        return jdbc.sql("""
                        select *, id = max(id) over (partition by gate, unit, "group") as newest
                        from slipway.approval where release = :release order by id
                        """)
                .param("release", release.value())
                .query((row, line) -> entry(row, bindings, said))
                .list();
    }

    /** Notes that the decision fell; false when that was noted before. */
    boolean fell(long approval, Bound changed, Instant at) {
        return jdbc.sql("""
                        insert into slipway.approval_voided (approval, aspect, unit, at)
                        values (:approval, :aspect, :unit, :at) on conflict do nothing
                        """)
                        .param("approval", approval)
                        .param("aspect", changed.aspect().name())
                        .param("unit", changed.part().map(UnitId::value).orElse(null))
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    private Map<Long, Map<Bound, String>> bindings(ReleaseNumber release) {
        Map<Long, Map<Bound, String>> bindings = new HashMap<>();
        jdbc.sql("""
                        select b.* from slipway.approval_binding b
                        join slipway.approval a on a.id = b.approval where a.release = :release
                        """)
                .param("release", release.value())
                .query((row, line) -> new Binding(
                        row.getLong("approval"),
                        new Bound(Aspect.valueOf(row.getString("aspect")), part(row)),
                        row.getString("fingerprint")))
                .list()
                .forEach(binding -> bindings.computeIfAbsent(binding.approval(), any -> new HashMap<>())
                        .put(binding.bound(), binding.fingerprint()));
        return bindings;
    }

    private Map<Long, Map<String, String>> said(ReleaseNumber release) {
        Map<Long, Map<String, String>> said = new HashMap<>();
        jdbc.sql("""
                        select e.* from slipway.approval_entry e
                        join slipway.approval a on a.id = e.approval where a.release = :release order by e.field
                        """).param("release", release.value()).query(row -> {
            said.computeIfAbsent(row.getLong("approval"), any -> new LinkedHashMap<>())
                    .put(row.getString("field"), row.getString("value"));
        });
        return said;
    }

    private static Entry entry(
            ResultSet row, Map<Long, Map<Bound, String>> bindings, Map<Long, Map<String, String>> said)
            throws SQLException {
        long id = row.getLong("id");
        return new Entry(
                id,
                row.getBoolean("newest"),
                new Approval(
                        new ReleaseNumber(row.getString("release")),
                        new Gate(row.getString("gate")),
                        part(row),
                        Optional.ofNullable(row.getString("group")),
                        new Actor(row.getString("actor")),
                        row.getString("mail"),
                        row.getBoolean("granted"),
                        row.getString("reason"),
                        said.getOrDefault(id, Map.of()),
                        bindings.getOrDefault(id, Map.of()),
                        row.getTimestamp("at").toInstant()));
    }

    private static Optional<UnitId> part(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("unit")).map(UnitId::new);
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
