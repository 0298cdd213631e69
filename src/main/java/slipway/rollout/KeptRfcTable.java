package slipway.rollout;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;

/** The RFCs that were taken back and that people decided on: to go on all the same, or to end with them. */
@Repository
class KeptRfcTable {
    private final JdbcClient jdbc;

    KeptRfcTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(ReleaseNumber release, List<RfcNumber> rfcs) {
        jdbc.sql("insert into slipway.kept_rfc (release, rfc) select :release, unnest(cast(:rfcs as text[]))")
                .param("release", release.value())
                .param("rfcs", rfcs.stream().map(RfcNumber::value).toArray(String[]::new))
                .update();
    }

    Set<RfcNumber> of(ReleaseNumber release) {
        return jdbc
                .sql("select rfc from slipway.kept_rfc where release = ?")
                .param(release.value())
                .query((row, line) -> new RfcNumber(row.getString(1)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
