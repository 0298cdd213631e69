package slipway.engine;

import java.util.List;
import java.util.Set;

/** The gates that a set of models demands before stages, as its tables say. */
@FunctionalInterface
public interface ModelDemands {
    List<Demand> of(DrawnModels models);

    /**
     * A gate that is passed before that stage, where the fact has one of these values; without values it is demanded
     * always.
     */
    record Demand(String gate, String stage, String fact, Set<String> values) {
        /** Whether it is demanded of what has this value. */
        public boolean isOf(String value) {
            return values.isEmpty() || values.contains(value);
        }
    }
}
