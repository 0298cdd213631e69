package slipway.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/** Which part of its release a process, task or work is about: the local variable {@code unit}. */
public final class PartVariable {
    public static final ProcessVariable<String> UNIT = new ProcessVariable<>("unit", String.class);

    private PartVariable() {}

    public static PartId of(DelegateExecution execution) {
        return new PartId(new ReleaseNumber(execution.getProcessBusinessKey()), new UnitId(UNIT.in(execution)));
    }

    public static PartId of(TaskContext task) {
        return new PartId(task.release(), new UnitId(task.get(UNIT)));
    }

    public static PartId of(WorkOrder order) {
        return new PartId(order.release(), new UnitId(order.get(UNIT)));
    }
}
