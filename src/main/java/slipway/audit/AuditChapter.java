package slipway.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.release.Chapter;
import slipway.shared.Actor;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/**
 * Every audit before and after the rollout, with who signed it or sent it back; what the newest of each phase saw at each
 * site and found, and what the earlier ones had found.
 */
public record AuditChapter(List<Audited> audits, List<Seen> sites, List<Difference> findings, List<Difference> earlier)
        implements Chapter {
    /** One audit. */
    public record Audited(
            String phase, Instant orderedAt, int sitesSeen, int findings, Optional<Actor> signedBy, String verdict) {}

    /** What was seen of a unit at a site. */
    public record Seen(
            String phase, SiteId site, UnitId unit, String expected, String installed, int files, String verdict) {}

    /** One finding. */
    public record Difference(
            String phase, SiteId site, UnitId unit, String kind, String path, String expected, String found) {}
}
