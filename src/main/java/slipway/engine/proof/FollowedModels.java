package slipway.engine.proof;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.engine.DrawnModels;
import slipway.engine.Finding;
import slipway.engine.ModelDemands;
import slipway.engine.ModelDemands.Demand;
import slipway.engine.proof.Proof.Assumption;

/** Follows every way through a set of models that was found readable and complete. */
@Component
public class FollowedModels {
    private final Behind behind;
    private final ObjectProvider<ModelDemands> demands;

    FollowedModels(Behind behind, ObjectProvider<ModelDemands> demands) {
        this.behind = behind;
        this.demands = demands;
    }

    /** What some way runs into; {@code processes} are the texts of the process models by their files. */
    public List<Finding> check(Map<String, String> processes, DrawnModels drawn) {
        Map<String, Net> nets = new LinkedHashMap<>();
        for (Map.Entry<String, String> model : processes.entrySet()) {
            try {
                Bpmn.readModelFromStream(
                                new ByteArrayInputStream(model.getValue().getBytes(StandardCharsets.UTF_8)))
                        .getModelElementsByType(Process.class)
                        .forEach(process -> nets.put(process.getId(), new Net(model.getKey(), process)));
            } catch (ModelException e) {
                return List.of(new Finding(
                        model.getKey(), "file", "readable", "is no valid model of processes: " + e.getMessage()));
            }
        }
        return follow(nets, drawn);
    }

    private List<Finding> follow(Map<String, Net> nets, DrawnModels drawn) {
        List<Demand> demanded =
                demands.stream().flatMap(each -> each.of(drawn).stream()).toList();
        Promises promises = new Promises(behind, drawn);
        Matters matters = new Matters(nets.values(), promises, demanded);
        Map<String, Set<String>> given = Given.by(nets.values(), promises);
        Seen seen = new Seen();
        assumptions(demanded, given).forEach(assumed -> new Proof(nets, promises, matters, assumed, seen).follow());
        nets.values().forEach(net -> new Unseen(net, promises, seen).findAll(given));
        if (seen.findings().isEmpty()) {
            nets.values().forEach(net -> new Unseen(net, promises, seen).unreached());
        }
        return seen.findings();
    }

    /** One for each value of the fact that demands depend on; one that assumes nothing where they depend on none. */
    private static List<Assumption> assumptions(List<Demand> demands, Map<String, Set<String>> given) {
        return demands.stream()
                .filter(demand -> !demand.values().isEmpty())
                .map(Demand::fact)
                .findFirst()
                .map(fact -> new TreeSet<>(given.getOrDefault(fact, Set.of()))
                        .stream()
                                .map(value -> new Assumption(fact, value, demands))
                                .toList())
                .filter(assumptions -> !assumptions.isEmpty())
                .orElse(List.of(new Assumption("", "", demands)));
    }
}
