package slipway.build.process;

import slipway.engine.ProcessVariable;

/** Names in the models {@code BuildRelease} and {@code CheckInUnit}. */
public final class BuildProcess {
    public static final String KEY = "BuildRelease";
    public static final String CHECK_IN_KEY = "CheckInUnit";
    public static final String TASK_ORDER_BUILD = "Task_OrderBuild";
    public static final String TASK_RUN_BUILD = "Task_RunBuild";
    public static final String TASK_REPAIR_BUILD = "Task_RepairBuild";
    public static final String TASK_STORE_ARTEFACTS = "Task_StoreArtefacts";
    public static final String TASK_ATTEST_SCAN = "Task_AttestScan";
    public static final String TASK_CHECK_IN_UNIT = "Task_CheckInUnit";
    public static final String TOPIC_BUILD = "build";
    public static final String TOPIC_CHECK_IN = "check-in";
    public static final ProcessVariable<Boolean> BUILD_PASSED = new ProcessVariable<>("buildPassed", Boolean.class);
    public static final ProcessVariable<Boolean> STORED = new ProcessVariable<>("stored", Boolean.class);
    public static final ProcessVariable<Boolean> SCAN_CLEAN = new ProcessVariable<>("scanClean", Boolean.class);
    public static final ProcessVariable<Boolean> CHECKED_IN = new ProcessVariable<>("checkedIn", Boolean.class);

    private BuildProcess() {}
}
