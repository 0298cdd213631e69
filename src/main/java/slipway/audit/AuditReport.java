package slipway.audit;

import java.time.Instant;
import slipway.shared.ReleaseNumber;

/** An audit as it stands: how many parts at sites are to be seen and were, and what they differ in. */
public record AuditReport(
        long id, ReleaseNumber release, Phase phase, Instant orderedAt, int ordered, int seen, int findings) {

    /** Whether everything was seen. */
    public boolean complete() {
        return seen == ordered;
    }
}
