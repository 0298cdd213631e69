package slipway.audit;

import java.util.Locale;
import slipway.event.Event;
import slipway.shared.Digest;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** What audits saw and what became of it. */
public sealed interface AuditEvent extends Event {
    Phase phase();

    @Override
    default String subject() {
        return "audit-" + phase().name().toLowerCase(Locale.ROOT);
    }

    /** Somebody looks at that many parts at sites. */
    record AuditOrdered(Phase phase, int items) implements AuditEvent {
        @Override
        public String words() {
            return "Ordered the audit " + AuditRules.words(phase) + ", of " + items + " part(s) at sites.";
        }
    }

    /** One part at one site was looked at. */
    record InventoryTaken(Phase phase, SiteId site, UnitId unit, String observed, int findings) implements AuditEvent {
        @Override
        public String words() {
            return "Looked at " + unit + " at " + site + " " + AuditRules.words(phase) + ": " + observed
                    + (findings == 0 ? ", as authorised." : ", with " + findings + " finding(s).");
        }

        @Override
        public String subject() {
            return site + "/" + unit;
        }
    }

    /** An auditor answers for what was seen. */
    record AuditSigned(Phase phase, Digest digest, String remarks) implements AuditEvent {
        @Override
        public String words() {
            return "Signed the audit " + AuditRules.words(phase) + remark(remarks);
        }
    }

    /** An auditor wants findings remedied. */
    record AuditSentBack(Phase phase, int findings, String remarks) implements AuditEvent {
        @Override
        public String words() {
            return "Sent the audit " + AuditRules.words(phase) + " back with " + findings + " finding(s)"
                    + remark(remarks);
        }
    }

    /** Somebody did something about findings. */
    record FindingsRemediated(Phase phase, String remark) implements AuditEvent {
        @Override
        public String words() {
            return "Remedied the findings of the audit " + AuditRules.words(phase) + AuditEvent.remark(remark);
        }
    }

    /** The release goes on as audited. */
    record AuditRecorded(Phase phase, Digest digest) implements AuditEvent {
        @Override
        public String words() {
            return "Recorded the audit " + AuditRules.words(phase) + " (" + digest.brief() + ").";
        }
    }

    private static String remark(String remark) {
        return remark.isBlank() ? "." : ": " + remark;
    }
}
