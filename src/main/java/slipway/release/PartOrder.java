package slipway.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipway.shared.UnitId;

/** In which order a site gets units: one that another requires goes first, else as they are registered. */
final class PartOrder {
    private PartOrder() {}

    /** Units that require one another in a circle follow as registered. */
    static List<UnitId> of(List<UnitId> registered, Map<UnitId, Set<UnitId>> requires) {
        Set<UnitId> waiting = new LinkedHashSet<>(registered);
        List<UnitId> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            UnitId next = waiting.stream()
                    .filter(unit ->
                            requires.getOrDefault(unit, Set.of()).stream().noneMatch(waiting::contains))
                    .findFirst()
                    .orElseGet(waiting.iterator()::next);
            waiting.remove(next);
            order.add(next);
        }
        return order;
    }
}
