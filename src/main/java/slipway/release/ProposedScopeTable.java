package slipway.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** The scope that was entered last for each release, a row for each thing that it names. */
@Repository
class ProposedScopeTable {
    private static final List<String> WHAT_IT_NAMES = List.of("part", "rfc", "site");

    private final JdbcClient jdbc;

    /** A scope as it was entered, and why it was refused, if it was. */
    record Proposed(Scope scope, Optional<String> refusal) {}

    ProposedScopeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void propose(ReleaseNumber release, Scope scope) {
        jdbc.sql("""
                        insert into slipway.proposed_scope (release) values (?)
                        on conflict (release) do update set refusal = null
                        """).param(release.value()).update();
        WHAT_IT_NAMES.forEach(what -> jdbc.sql("delete from slipway.proposed_scope_" + what + " where release = ?")
                .param(release.value())
                .update());
        parts(release, scope.parts());
        names("insert into slipway.proposed_scope_rfc (release, rfc) select ?, unnest(?)", release, scope.rfcs());
        names("insert into slipway.proposed_scope_site (release, site) select ?, unnest(?)", release, scope.sites());
    }

    private void parts(ReleaseNumber release, List<PartScope> parts) {
        jdbc.sql("""
                        insert into slipway.proposed_scope_part (release, unit, place, source)
                        select :release, unit, place - 1, source
                          from unnest(:units, :sources) with ordinality as p (unit, source, place)
                        """)
                .param("release", release.value())
                .param("units", texts(parts.stream().map(PartScope::unit).toList()))
                .param("sources", texts(parts.stream().map(PartScope::source).toList()))
                .update();
    }

    private void names(String insert, ReleaseNumber release, Set<?> named) {
        jdbc.sql(insert).params(release.value(), texts(List.copyOf(named))).update();
    }

    private static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    void refuse(ReleaseNumber release, String reason) {
        jdbc.sql("update slipway.proposed_scope set refusal = ? where release = ?")
                .params(reason, release.value())
                .update();
    }

    Optional<Proposed> find(ReleaseNumber release) {
        return jdbc.sql("select coalesce(refusal, '') as refusal from slipway.proposed_scope where release = ?")
                .param(release.value())
                .query(String.class)
                .optional()
                .map(refusal ->
                        new Proposed(scope(release), Optional.of(refusal).filter(reason -> !reason.isEmpty())));
    }

    private Scope scope(ReleaseNumber release) {
        return new Scope(
                jdbc.sql("select unit, source from slipway.proposed_scope_part where release = ? order by place")
                        .param(release.value())
                        .query((row, line) -> new PartScope(new UnitId(row.getString("unit")), row.getString("source")))
                        .list(),
                named("select rfc from slipway.proposed_scope_rfc where release = ?", release, RfcNumber::new),
                named("select site from slipway.proposed_scope_site where release = ?", release, SiteId::new));
    }

    private <T> Set<T> named(String question, ReleaseNumber release, Function<String, T> value) {
        return jdbc.sql(question).param(release.value()).query(String.class).list().stream()
                .map(value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
