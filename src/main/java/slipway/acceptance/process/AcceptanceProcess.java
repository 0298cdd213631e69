package slipway.acceptance.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code AcceptRelease}. */
public final class AcceptanceProcess {
    public static final String KEY = "AcceptRelease";
    public static final String TASK_INSTALL_IN_TEST = "Task_InstallInTest";
    public static final String TASK_RUN_TESTS = "Task_RunTests";
    public static final String TASK_REHEARSE_BACK_OUT = "Task_RehearseBackOut";
    public static final String TASK_JUDGE_TESTS = "Task_JudgeTests";
    public static final String TASK_ACCEPT_FOR_BUSINESS = "Task_AcceptForBusiness";
    public static final String TASK_RECORD_ACCEPTANCE = "Task_RecordAcceptance";
    public static final ProcessVariable<Boolean> TESTS_PASSED = new ProcessVariable<>("testsPassed", Boolean.class);
    public static final ProcessVariable<Boolean> ACCEPTED = new ProcessVariable<>("accepted", Boolean.class);
    public static final ProcessVariable<Boolean> REWORK = new ProcessVariable<>("rework", Boolean.class);

    private AcceptanceProcess() {}
}
