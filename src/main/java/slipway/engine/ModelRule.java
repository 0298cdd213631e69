package slipway.engine;

import java.util.List;

/** What a capability demands of a set of models as a whole, beside what the gate checks itself. */
public interface ModelRule {
    /** Everything that keeps the set out; empty = it may enter. */
    List<Finding> check(DrawnModels models);

    /** The set has entered: notes what it brings along, in the same transaction. */
    default void entered(DrawnModels models) {}
}
