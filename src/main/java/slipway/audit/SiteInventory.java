package slipway.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * What was seen of a unit at a site, against what is expected there; {@code installed} is the name it runs under or why
 * nobody can say. {@code expected} null = nothing may run there; {@code observed} empty = nobody can say; {@code files}
 * is the digest of the list of files, empty when none were seen.
 */
public record SiteInventory(
        SiteId site,
        UnitId unit,
        Instant takenAt,
        Optional<Actor> takenBy,
        String installed,
        @Nullable UnitRevision expected,
        Optional<Content> observed,
        int count,
        Optional<Digest> files,
        int findings) {

    String line() {
        String by = takenBy.map(Actor::id).orElse("-");
        String list = files.map(Digest::hex).orElse("-");
        String seen = observed.map(content -> content instanceof Content.Known known
                        ? known.revision().version() + " "
                                + known.revision().digest().hex()
                        : content.toString())
                .orElse("-");
        String wanted = expected == null
                ? "-"
                : expected.version() + " " + expected.digest().hex();
        return String.join(
                "|", site.value(), unit.value(), takenAt.toString(), by, installed, wanted, seen, list, "" + findings);
    }
}
