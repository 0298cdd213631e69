package slipway.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.shared.Manifest;
import slipway.shared.UnitRevision;

/** Revisions as rows of the library alone, for tests that name them and need no file of theirs. */
public final class Held {
    private Held() {}

    /** The revision, which the library holds from now on. */
    public static UnitRevision in(JdbcClient sql, UnitRevision revision) {
        sql.sql("""
                        insert into slipway.library_holding (unit, version, digest, state, manifest, proposed_at)
                        values (?, ?, ?, 'BUILT', ?, now()) on conflict do nothing
                        """)
                .params(
                        revision.unit().value(),
                        revision.version(),
                        revision.digest().hex(),
                        new Manifest(List.of(new Manifest.Entry("a-file", revision.digest(), 1, false))).text())
                .update();
        return revision;
    }
}
