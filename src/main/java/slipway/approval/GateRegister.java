package slipway.approval;

import java.util.Optional;
import java.util.Set;
import slipway.identity.Duty;

/** The gates that are known here. */
public interface GateRegister {
    /**
     * A gate: its name for people, the duty of who decides, what a decision binds to, and whether each part of a release
     * is decided on by itself. At a gate {@code byGroups}, which a model brings along, each group decides by itself, and
     * a decision binds to what is known of {@code covers} when it is made.
     */
    record Row(Gate gate, String name, Duty duty, Set<Aspect> covers, boolean perPart, boolean byGroups) {}

    Optional<Row> find(Gate gate);

    /** The gate; an error that names it when the register lacks it. */
    Row get(Gate gate);

    /** Enters a gate that groups decide, or its new name; one that Slipway decides itself stays as it is. */
    void enter(Gate gate, String name);
}
