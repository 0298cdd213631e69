package slipway.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * What was seen of a unit at a site, against what is expected there; {@code installed} is the name it runs under or why
 * nobody can say, {@code content} one line a file. Absent revisions = nothing expected, nothing observed.
 */
public record SiteInventory(
        SiteId site,
        UnitId unit,
        Instant takenAt,
        String installed,
        @Nullable UnitRevision expected,
        @Nullable UnitRevision observed,
        int files,
        String content) {

    String line() {
        return site + " " + unit + " " + installed + " " + expected + " " + observed + " " + takenAt + "\n" + content;
    }
}
