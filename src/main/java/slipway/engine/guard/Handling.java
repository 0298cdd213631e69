package slipway.engine.guard;

import java.util.Locale;
import java.util.Optional;
import slipway.shared.Refusal;

/** How the guard treats a command that comes from outside the engine. The last group is for Slipway's own code only. */
enum Handling {
    READ,
    TASK_FACTS,
    START_FACTS,
    ENGINE,
    COMPLETE,
    CLAIM,
    START,
    FILTER,
    COMMENT,
    USER,
    JOB,
    JOB_FAILURE,
    RETRY,
    ADMINISTER,

    COMPLETED_BY_FORM("a task is left by submitting its form; claim it and choose there"),
    VARIABLES_FROM_RECORDS(
            "the process carries routing facts that Slipway derives from its records; enter it in the task's form"),
    CANDIDATES_FROM_MODEL(
            "who may work on what follows from the model and the groups; ask an administrator for the group"),
    TASK_FROM_MODEL("tasks, their dates and their texts come from the models; change the model through the gate"),
    MOVED_BY_MODEL("a release moves along its model only; use the tasks of the release"),
    STARTED_BY_FORM("a release is started by its start form; use 'Start process' in Tasklist"),
    TIMERS_FROM_PLAN("dates of waiting jobs follow the plan and the policy; change the plan"),
    MODELS_THROUGH_GATE("models enter and leave through the model gate; hand the change to the process owner"),
    WORK_BY_WORKER("external tasks are worked by Slipway's own worker; retry a failed one in Cockpit"),
    NO_BATCHES("batches are not used here; act on the one release"),
    HISTORY_IS_KEPT("history is kept until its time to live ends; wait for it"),
    DOCUMENTS_IN_LIBRARY("documents belong into the library, with their digests; check them in there"),
    NO_CASES("cases are not used here; start a release instead"),
    DECIDED_IN_PROCESS("decision tables are evaluated by the release's process; look at its decisions in Cockpit"),
    NO_TENANTS("tenants are not used here; use groups"),
    MAINTENANCE("the engine's own tables are looked after by Slipway; stop it and use its tools"),
    INSIDE("this is a step inside another command of the engine; use the tasks of the release"),
    UNKNOWN("Slipway's table of engine commands lacks this one; report it to the process owner");

    private final String reason;

    Handling() {
        this("");
    }

    Handling(String reason) {
        this.reason = reason;
    }

    /** The refusal that people get, where they are refused without looking further. */
    Optional<Refusal> refusal() {
        return reason.isEmpty() ? Optional.empty() : Optional.of(Refusal.of(rule(), reason));
    }

    String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
