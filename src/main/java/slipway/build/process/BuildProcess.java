package slipway.build.process;

import slipway.engine.ProcessVariable;

/**
 * Names in the models {@code BuildRelease}, {@code MakePartReady}, {@code BuildUnit}, {@code TakeDelivery} and {@code
 * CheckInUnit}.
 */
public final class BuildProcess {
    public static final String KEY = "BuildRelease";
    public static final String TASK_REPAIR_BUILD = "Task_RepairBuild";
    public static final String TASK_ANSWER_FOR_AUTHORS = "Task_AnswerForAuthors";
    public static final String TASK_ANSWER_FOR_DELIVERY = "Task_AnswerForDelivery";
    public static final String TASK_ATTEST_SCAN = "Task_AttestScan";
    public static final String REVISION_BARRED = "RevisionBarred";
    public static final String TOPIC_BUILD = "build";
    public static final String TOPIC_DELIVERY = "delivery";
    public static final String TOPIC_CHECK_IN = "check-in";
    public static final ProcessVariable<Integer> PART_COUNT = new ProcessVariable<>("partCount", Integer.class);
    public static final ProcessVariable<Integer> PART_PLACE = new ProcessVariable<>("partPlace", Integer.class);
    public static final ProcessVariable<Boolean> PART_READY = new ProcessVariable<>("partReady", Boolean.class);
    public static final ProcessVariable<String> HOW_MADE = new ProcessVariable<>("howMade", String.class);
    public static final ProcessVariable<Boolean> REWORK = new ProcessVariable<>("rework", Boolean.class);
    public static final ProcessVariable<Boolean> BUILD_PASSED = new ProcessVariable<>("buildPassed", Boolean.class);
    public static final ProcessVariable<Boolean> AUTHORS_KNOWN = new ProcessVariable<>("authorsKnown", Boolean.class);
    public static final ProcessVariable<Boolean> DELIVERY_SOUND = new ProcessVariable<>("deliverySound", Boolean.class);
    public static final ProcessVariable<Boolean> STORED = new ProcessVariable<>("stored", Boolean.class);
    public static final ProcessVariable<Boolean> SCAN_CLEAN = new ProcessVariable<>("scanClean", Boolean.class);
    public static final ProcessVariable<Boolean> CHECKED_IN = new ProcessVariable<>("checkedIn", Boolean.class);

    static final String SCANNED = "the scan";
    static final String READY = "the check-in";

    private BuildProcess() {}
}
