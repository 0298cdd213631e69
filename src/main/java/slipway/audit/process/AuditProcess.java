package slipway.audit.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code audit-sites}. */
public final class AuditProcess {
    public static final String KEY = "AuditSites";
    public static final String TASK_AWAIT_INVENTORIES = "Task_AwaitInventories";
    public static final String TASK_SIGN_AUDIT = "Task_SignAudit";
    public static final String TASK_REMEDIATE_FINDINGS = "Task_RemediateFindings";
    public static final String MESSAGE_SITES_SEEN = "SitesSeen";
    public static final String EVENT_AUDITED = "Event_Audited";
    /** {@code BEFORE} or {@code AFTER}; set by the calling process. */
    public static final ProcessVariable<String> AUDIT_PHASE = new ProcessVariable<>("auditPhase", String.class);
    /** The audit that the process waits for. */
    public static final ProcessVariable<Long> AUDIT = new ProcessVariable<>("auditId", Long.class);
    /** Whether there is any site to look at. */
    public static final ProcessVariable<Boolean> SITES_TO_SEE = new ProcessVariable<>("sitesToSee", Boolean.class);

    public static final ProcessVariable<Boolean> AUDIT_SIGNED = new ProcessVariable<>("auditSigned", Boolean.class);

    static final String SIGNED_BEFORE = "the audit before the rollout";
    static final String SIGNED_AFTER = "the audit after the rollout";

    private AuditProcess() {}
}
