package slipway.approval;

import java.util.Optional;
import java.util.Set;
import slipway.identity.Duty;

/** The gates that are known here. */
public interface GateRegister {
    /**
     * A gate: its name for people, the duty of who decides, what a decision binds to, and whether each part of a release
     * is decided on by itself.
     */
    record Row(Gate gate, String name, Duty duty, Set<Aspect> covers, boolean perPart) {}

    Optional<Row> find(Gate gate);

    /** The gate; an error that names it when the register lacks it. */
    Row get(Gate gate);
}
