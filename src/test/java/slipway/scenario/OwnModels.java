package slipway.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;
import slipway.engine.gate.Entry;
import slipway.engine.gate.ModelGate;
import slipway.engine.gate.ModelSet;

/** Models that a process owner brings in for a test, and that are gone after it. */
@Component
class OwnModels {
    private final ModelGate gate;
    private final RepositoryService repository;
    private final List<String> entered = new ArrayList<>();

    OwnModels(ModelGate gate, RepositoryService repository) {
        this.gate = gate;
        this.repository = repository;
    }

    Entry enter(Map<String, String> models) {
        Entry entry = gate.enter(ModelSet.of(models), "Models of our own", "test");
        if (entry instanceof Entry.Entered in) {
            entered.add(in.deployment());
        }
        return entry;
    }

    /** Once nothing runs by them any more. */
    void remove() {
        SystemScope.run(() -> entered.forEach(deployment -> repository.deleteDeployment(deployment, true)));
        entered.clear();
    }
}
