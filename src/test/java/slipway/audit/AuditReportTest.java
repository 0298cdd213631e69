package slipway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import slipway.shared.ReleaseNumber;

class AuditReportTest {
    @Test
    void an_audit_is_complete_when_everything_was_seen() {
        assertThat(report(2).complete()).isFalse();
        assertThat(report(3).complete()).isTrue();
    }

    private static AuditReport report(int seen) {
        return new AuditReport(1, ReleaseNumber.of(2026, 42), Phase.AFTER, Instant.EPOCH, 3, seen, 0);
    }
}
