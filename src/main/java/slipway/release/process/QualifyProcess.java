package slipway.release.process;

import slipway.engine.ProcessVariable;

/** Names in the models {@code ReleaseManagement} and {@code QualifyRelease}. */
public final class QualifyProcess {
    public static final String KEY = "QualifyRelease";
    public static final String TASK_CONFIRM_SCOPE = "Task_ConfirmScope";
    public static final String SUBMISSION_REFUSED = "SubmissionRefused";
    public static final ProcessVariable<String> RELEASE = new ProcessVariable<>("release", String.class);
    public static final ProcessVariable<Boolean> SUBMITTED = new ProcessVariable<>("submitted", Boolean.class);
    public static final ProcessVariable<Boolean> URGENT = new ProcessVariable<>("urgent", Boolean.class);
    public static final ProcessVariable<String> HIGHEST_IMPACT = new ProcessVariable<>("highestImpact", String.class);
    public static final ProcessVariable<String> RELEASE_TYPE = new ProcessVariable<>("releaseType", String.class);

    /** A {@link slipway.release.Phase}. */
    public static final ProcessVariable<String> PHASE = new ProcessVariable<>("phase", String.class);

    private QualifyProcess() {}
}
