package slipway.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.shared.ReleaseNumber;

/** A draft of a chosen number, for tests below the releases whose rows refer to one. */
public final class DraftRow {
    private DraftRow() {}

    /** Makes it unless it is there. */
    public static ReleaseNumber of(JdbcClient jdbc, ReleaseNumber number) {
        jdbc.sql("""
                        insert into slipway.release (number, title, purpose, requester, state, drafted_at)
                        values (?, 'A draft', 'Something refers to it', 'mara', 'DRAFT', timestamptz '2020-01-01 00:00Z')
                        on conflict do nothing
                        """).param(number.value()).update();
        return number;
    }
}
