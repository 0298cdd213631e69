package slipway.acceptance.process;

import slipway.engine.ProcessVariable;

/** Names in the models {@code AcceptRelease} and {@code TestPart}. */
public final class AcceptanceProcess {
    public static final String KEY = "AcceptRelease";
    public static final String KEY_OF_PART = "TestPart";
    public static final String TASK_INSTALL_IN_TEST = "Task_InstallInTest";
    public static final String TASK_RUN_TESTS = "Task_RunTests";
    public static final String TASK_REHEARSE_BACK_OUT = "Task_RehearseBackOut";
    public static final String TASK_JUDGE_TESTS = "Task_JudgeTests";
    public static final String TASK_ACCEPT_FOR_BUSINESS = "Task_AcceptForBusiness";
    public static final String TASK_RECORD_ACCEPTANCE = "Task_RecordAcceptance";
    public static final ProcessVariable<Integer> PART_COUNT = new ProcessVariable<>("partCount", Integer.class);
    public static final ProcessVariable<Integer> PART_PLACE = new ProcessVariable<>("partPlace", Integer.class);
    public static final ProcessVariable<Boolean> PART_TESTED = new ProcessVariable<>("partTested", Boolean.class);
    public static final ProcessVariable<Boolean> PARTS_PASSED = new ProcessVariable<>("partsPassed", Boolean.class);
    public static final ProcessVariable<Boolean> ACCEPTED = new ProcessVariable<>("accepted", Boolean.class);

    static final String INSTALLED = "the installation in test";
    static final String TESTED = "the tests";
    static final String REHEARSED = "the rehearsal of the back-out";

    private AcceptanceProcess() {}
}
