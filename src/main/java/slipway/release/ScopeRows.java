package slipway.release;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;

/** Which RFCs and sites are in the scope of a release. */
@Repository
class ScopeRows {
    private final JdbcClient jdbc;

    ScopeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ReleaseNumber, Set<RfcNumber>> rfcs(String... releases) {
        return values("select release, rfc from slipway.release_rfc where release = any(?)", RfcNumber::new, releases);
    }

    Map<ReleaseNumber, Set<SiteId>> sites(String... releases) {
        return values("select release, site from slipway.release_site where release = any(?)", SiteId::new, releases);
    }

    private <T> Map<ReleaseNumber, Set<T>> values(String select, Function<String, T> value, String... releases) {
        return jdbc
                .sql(select)
                .param(releases)
                .query((row, line) -> Map.entry(new ReleaseNumber(row.getString(1)), value.apply(row.getString(2))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    void replace(ReleaseNumber release, Scope scope) {
        replace(
                "delete from slipway.release_rfc where release = ?",
                "insert into slipway.release_rfc (release, rfc) select ?, unnest(?)",
                release,
                scope.rfcs());
        replace(
                "delete from slipway.release_site where release = ?",
                "insert into slipway.release_site (release, site) select ?, unnest(?)",
                release,
                scope.sites());
    }

    private void replace(String delete, String insert, ReleaseNumber release, Set<?> values) {
        jdbc.sql(delete).param(release.value()).update();
        jdbc.sql(insert)
                .param(release.value())
                .param(values.stream().map(Object::toString).toArray(String[]::new))
                .update();
    }
}
